import type { CobroItem } from '#contract/cobros.ts';
import type { InscripcionCurso } from '#contract/cursos.ts';
import { nombresAcceso, nombresEntrega, nombresEstadoPago } from '#contract/nombres.ts';
import type { VentaProducto } from '#contract/productos.ts';
import type { Inscripcion } from '#contract/ventas.ts';
import type { Columna } from '../exportRoute.ts';
import { columnsOf, personColumns } from './columna.ts';

const c = columnsOf<CobroItem>();

export const columnasCobros: Columna<CobroItem>[] = [
  c.text('Código', ({ codigo }) => codigo),
  c.instant('Fecha', ({ creadoEn }) => creadoEn),
  ...personColumns<CobroItem>(({ cliente }) => cliente),
  c.text('Empresa', ({ empresa }) => empresa?.razonSocial ?? null),
  c.text('Detalle', ({ detalle }) => detalle),
  c.money('Total', ({ total }) => total),
  c.money('Pagado', ({ pagado }) => pagado),
  c.money('Saldo', ({ saldo }) => saldo),
  c.money('Saldo a favor', ({ saldoAFavor }) => saldoAFavor),
  c.money('Por reembolsar', ({ porReembolsar }) => porReembolsar),
  c.text('Estado', ({ estado }) => nombresEstadoPago[estado]),
  c.text('Vendido en', ({ canal }) => (canal === 'WEB' ? 'Sitio web' : 'Equipo')),
  c.instant('Vence', ({ venceEn }) => venceEn),
  c.number('Comprobante', ({ comprobante }) => comprobante),
];

const i = columnsOf<Inscripcion>();

export const columnasInscripciones: Columna<Inscripcion>[] = [
  ...personColumns<Inscripcion>(({ cliente }) => cliente),
  i.text('Empresa', ({ cliente }) => cliente.empresa),
  i.number('Cupos', ({ cantidad }) => cantidad),
  i.text('Asistentes', ({ asistentes }) =>
    asistentes.map(({ nombres, apellidos }) => `${nombres} ${apellidos}`.trim()).join(', '),
  ),
  i.text('Venta', ({ codigo }) => codigo),
  i.money('Total', ({ total }) => total),
  i.money('Saldo de la venta', ({ saldo }) => saldo),
  i.text('Estado', ({ estado }) => nombresEstadoPago[estado]),
  i.instant('Vence', ({ venceEn }) => venceEn),
  i.instant('Inscrito', ({ creadoEn }) => creadoEn),
  i.instant('Anulada', ({ anuladaEn }) => anuladaEn),
  i.text('Motivo de la anulación', ({ anuladaMotivo }) => anuladaMotivo),
];

const a = columnsOf<InscripcionCurso>();

export const columnasInscripcionesCurso: Columna<InscripcionCurso>[] = [
  a.text('Curso', ({ cursoTitulo }) => cursoTitulo),
  ...personColumns<InscripcionCurso>(({ cliente }) => cliente),
  a.text('Acceso', ({ acceso }) => nombresAcceso[acceso]),
  a.instant('Desde', ({ accesoDesde }) => accesoDesde),
  a.instant('Hasta', ({ accesoHasta }) => accesoHasta),
  a.number('Lecciones terminadas', ({ terminadas }) => terminadas),
  a.number('Lecciones', ({ lecciones }) => lecciones),
  a.instant('Última visita', ({ ultimaVisitaEn }) => ultimaVisitaEn),
  a.text('Venta', ({ codigo }) => codigo),
  a.money('Total', ({ total }) => total),
  a.money('Saldo de la venta', ({ saldo }) => saldo),
  a.text('Estado', ({ estado }) => nombresEstadoPago[estado]),
  a.text('Por qué es gratis', ({ cortesiaMotivo }) => cortesiaMotivo),
  a.instant('Inscrito', ({ creadoEn }) => creadoEn),
  a.instant('Anulada', ({ anuladaEn }) => anuladaEn),
];

const v = columnsOf<VentaProducto>();

export const columnasVentasProducto: Columna<VentaProducto>[] = [
  v.text('Venta', ({ codigo }) => codigo),
  v.instant('Fecha', ({ creadoEn }) => creadoEn),
  v.text('SKU', ({ sku }) => sku),
  v.text('Producto', ({ nombre }) => nombre),
  v.number('Cantidad', ({ cantidad }) => cantidad),
  ...personColumns<VentaProducto>(({ cliente }) => cliente),
  v.text('Estado', ({ estado }) => nombresEstadoPago[estado]),
  v.money('Saldo de la venta', ({ saldo }) => saldo),
  v.text('Entrega', ({ entrega }) => nombresEntrega[entrega]),
  v.text('Nota de la entrega', ({ entregaNota }) => entregaNota),
  v.instant('Entregado', ({ entregaEn }) => entregaEn),
  v.text('Quién lo entregó', ({ entregaPor }) => entregaPor),
  v.text('Taller', ({ taller }) => taller?.titulo ?? null),
  v.instant('Anulada', ({ anuladaEn }) => anuladaEn),
];
