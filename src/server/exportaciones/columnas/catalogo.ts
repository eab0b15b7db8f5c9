import { nombreComuna } from '#contract/comunas.ts';
import type { CursoItem } from '#contract/cursos.ts';
import {
  nombresEstadoCurso,
  nombresEstadoResena,
  nombresEstadoTaller,
  nombresModalidad,
  nombresMovimiento,
} from '#contract/nombres.ts';
import type { Movimiento, ProductoItem } from '#contract/productos.ts';
import type { Resena } from '#contract/resenas.ts';
import type { TallerItem } from '#contract/talleres.ts';
import type { Columna } from '../exportRoute.ts';
import { columnsOf, siNo } from './columna.ts';

const t = columnsOf<TallerItem>();

export const columnasTalleres: Columna<TallerItem>[] = [
  t.text('Taller', ({ titulo }) => titulo),
  t.instant('Empieza', ({ iniciaEn }) => iniciaEn),
  t.instant('Termina', ({ terminaEn }) => terminaEn),
  t.text('Modalidad', ({ modalidad }) => nombresModalidad[modalidad]),
  t.text('Lugar', ({ lugar }) => lugar),
  t.text('Comuna', ({ comuna }) => comuna && (nombreComuna(comuna) ?? comuna)),
  t.text('Quién lo da', ({ instructor }) => instructor),
  t.text('Interés', ({ interes }) => interes?.nombre ?? null),
  t.money('Precio', ({ precio }) => precio),
  t.number('Cupos', ({ cupos }) => cupos),
  t.number('Cupos ocupados', ({ cuposOcupados }) => cuposOcupados),
  t.number('Cupos ofrecidos', ({ cuposOfrecidos }) => cuposOfrecidos),
  t.number('Cupos libres', ({ cuposLibres }) => cuposLibres),
  t.text('Estado', ({ estado }) => nombresEstadoTaller[estado]),
];

const c = columnsOf<CursoItem>();

export const columnasCursos: Columna<CursoItem>[] = [
  c.text('Curso', ({ titulo }) => titulo),
  c.text('Quién lo da', ({ instructor }) => instructor),
  c.text('Interés', ({ interes }) => interes?.nombre ?? null),
  c.money('Precio', ({ precio }) => precio),
  c.number('Lecciones', ({ lecciones }) => lecciones),
  c.number('Minutos', ({ duracionSegundos }) => Math.round(duracionSegundos / 60)),
  c.number('Alumnos con acceso', ({ alumnos }) => alumnos),
  c.text('Estado', ({ estado }) => nombresEstadoCurso[estado]),
  c.instant('Creado', ({ creadoEn }) => creadoEn),
];

const p = columnsOf<ProductoItem>();

export const columnasProductos: Columna<ProductoItem>[] = [
  p.text('SKU', ({ sku }) => sku),
  p.text('Producto', ({ nombre }) => nombre),
  p.text('Interés', ({ interes }) => interes?.nombre ?? null),
  p.money('Precio', ({ precio }) => precio),
  p.number('Stock a la venta', ({ stockActual }) => stockActual),
  p.number('Por entregar', ({ porEntregar }) => porEntregar),
  p.number('En bodega', ({ enBodega }) => enBodega),
  p.number('Stock mínimo', ({ stockMinimo }) => stockMinimo),
  p.text('Stock bajo', ({ bajoStock }) => siNo(bajoStock)),
  p.text('Se vende en la web', ({ ventaWeb }) => siNo(ventaWeb)),
  p.text('Estado', ({ estado }) => (estado === 'ACTIVO' ? 'Activo' : 'Archivado')),
];

const m = columnsOf<Movimiento>();

export const columnasMovimientos: Columna<Movimiento>[] = [
  m.instant('Fecha', ({ creadoEn }) => creadoEn),
  m.text('Movimiento', ({ tipo }) => nombresMovimiento[tipo]),
  m.number('Cantidad', ({ cantidad }) => cantidad),
  m.number('Stock que quedó', ({ stock }) => stock),
  m.text('Motivo', ({ motivo }) => motivo),
  m.text('Venta', ({ venta }) => venta?.codigo ?? null),
  m.text('Cliente', ({ venta }) => venta?.cliente ?? null),
  m.text('Quién', ({ usuario }) => usuario),
];

const r = columnsOf<Resena>();

export const columnasResenas: Columna<Resena>[] = [
  r.instant('Fecha', ({ creadoEn }) => creadoEn),
  r.text('Nombres', ({ cliente }) => cliente.nombres),
  r.text('Apellidos', ({ cliente }) => cliente.apellidos),
  r.text('De', ({ de }) => de.titulo),
  r.instant('Fecha del taller', ({ de }) => de.iniciaEn),
  r.number('Estrellas', ({ estrellas }) => estrellas),
  r.text('Comentario', ({ comentario }) => comentario),
  r.text('Estado', ({ estado }) => nombresEstadoResena[estado]),
  r.text('Motivo del rechazo', ({ rechazoMotivo }) => rechazoMotivo),
  r.text('Respuesta', ({ respuesta }) => respuesta),
  r.instant('Respondida', ({ respondidaEn }) => respondidaEn),
];
