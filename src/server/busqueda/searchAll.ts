import type { Resultado } from '#contract/busqueda.ts';
import type { CobroItem } from '#contract/cobros.ts';
import { formatMomento } from '#contract/horario.ts';
import { formatPesos } from '#contract/money.ts';
import type { Permiso } from '#contract/permisos.ts';
import { formatPhone } from '#contract/phone.ts';
import { formatRut } from '#contract/rut.ts';
import type { createListClientes } from '../clientes/listClientes.ts';
import type { Db } from '../core/db/connect.ts';
import { searchPatterns } from '../core/text.ts';
import {
  selectCobros,
  selectCursos,
  selectEmpresas,
  selectProductos,
  selectTalleres,
} from './busqueda.queries.ts';

const POR_TIPO = 5;
const MIN = 2;

export type SearchOptions = {
  permisos: readonly Permiso[];
  now: string;
  listClientes: ReturnType<typeof createListClientes>;
};

/** A few of each kind that the permissions cover, best first; nothing for less than two characters. */
export async function searchAll(db: Db, q: string, options: SearchOptions): Promise<Resultado[]> {
  if (q.length < MIN) return [];
  const { permisos, now, listClientes } = options;
  const patterns = searchPatterns(q);
  const codigos = codigosFrom(q);
  const may = (permiso: Permiso) => permisos.includes(permiso) && patterns.length > 0;
  const [clientes, empresas, talleres, cursos, productos, cobros] = await Promise.all([
    may('clientes:leer')
      ? listClientes(
          { q, limite: POR_TIPO, orden: '-creadoEn' },
          { now, usuarioId: null, permisos },
        )
      : { items: [] },
    may('clientes:leer') ? selectEmpresas(db, patterns, POR_TIPO) : [],
    may('talleres:leer') ? selectTalleres(db, patterns, now, POR_TIPO) : [],
    may('cursos:leer') ? selectCursos(db, patterns, POR_TIPO) : [],
    may('productos:leer') ? selectProductos(db, patterns, POR_TIPO) : [],
    may('ventas:leer') && codigos ? selectCobros(db, codigos, POR_TIPO) : [],
  ]);
  return [
    ...clientes.items.map(
      (c): Resultado => ({
        tipo: 'CLIENTE',
        id: c.id,
        titulo: `${c.nombres} ${c.apellidos}`.trim(),
        detalle: join([c.email, c.telefono && formatPhone(c.telefono), c.empresa?.razonSocial]),
      }),
    ),
    ...empresas.map(
      (e): Resultado => ({
        tipo: 'EMPRESA',
        id: e.id,
        titulo: e.razonSocial,
        detalle: join([e.nombreFantasia, e.rut && formatRut(e.rut)]),
      }),
    ),
    ...talleres.map(
      (t): Resultado => ({
        tipo: 'TALLER',
        id: t.id,
        titulo: t.titulo,
        detalle: join([formatMomento(t.iniciaEn, t.zona, now), estadosTaller[t.estado]]),
      }),
    ),
    ...cursos.map(
      (c): Resultado => ({
        tipo: 'CURSO',
        id: c.id,
        titulo: c.titulo,
        detalle: join([c.instructor, estadosTaller[c.estado]]),
      }),
    ),
    ...productos.map(
      (p): Resultado => ({
        tipo: 'PRODUCTO',
        id: p.id,
        titulo: p.nombre,
        detalle: join([p.sku, p.estado === 'ARCHIVADO' ? 'archivado' : quedan(p.stockActual)]),
      }),
    ),
    ...cobros.map(
      (c): Resultado => ({ tipo: 'COBRO', id: c.id, titulo: c.codigo, detalle: detalleCobro(c) }),
    ),
  ];
}

const quedan = (stock: number) =>
  stock === 0 ? 'agotado' : stock === 1 ? 'queda 1' : `quedan ${stock}`;

const estadosTaller = { BORRADOR: 'borrador', PUBLICADO: null, ANULADO: 'anulado' } as const;
const estadosPago = {
  PENDIENTE: 'pendiente',
  ABONADO: 'abonado',
  PAGADO: 'pagado',
  ANULADO: 'anulado',
} as const;

function detalleCobro({ cliente, estado, saldo }: CobroItem): string | null {
  const nombre = `${cliente.nombres} ${cliente.apellidos}`.trim();
  return join([nombre, estadosPago[estado], saldo > 0 ? `debe ${formatPesos(saldo)}` : null]);
}

function join(parts: (string | null | undefined)[]): string | null {
  return parts.filter(Boolean).join(' · ') || null;
}

/**
 * The first and the last reference `XXXX-XXXX` that begin as `abcd 2`, `ABCD2` or `ABCD-2`; undefined
 * for text that begins none. References use neither I, L, O, 0 nor 1.
 */
function codigosFrom(q: string): { desde: string; hasta: string } | undefined {
  const letters = q.toUpperCase().replace(/[\s-]/g, '');
  if (!/^[2-9A-HJKMNP-Z]{2,8}$/.test(letters)) return undefined;
  const whole = (filler: string) => letters.padEnd(8, filler).replace(/^.{4}/, '$&-');
  return { desde: whole('2'), hasta: whole('Z') };
}
