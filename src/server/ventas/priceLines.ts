import type { z } from 'zod';
import type { createVenta } from '#contract/ventas.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, invalid } from '../core/errors.ts';
import type { Linea } from './vender.ts';

type Pedida = z.output<typeof createVenta.body>['lineas'][number];
type Pedidas<T extends Pedida['tipo']> = Extract<Pedida, { tipo: T }>;

/** Prices of what is asked for, by id. */
async function readPrices(trx: Trx, lineas: Pedida[]) {
  const of = (tipo: Pedida['tipo']) => lineas.some((linea) => linea.tipo === tipo);
  const talleres = of('TALLER')
    ? await trx
        .selectFrom('taller')
        .select(['id', 'precio', 'afectoIva'])
        .where(
          'id',
          'in',
          ids(lineas, 'TALLER', (l) => l.tallerId),
        )
        .execute()
    : [];
  const cursos = of('CURSO')
    ? await trx
        .selectFrom('curso')
        .select(['id', 'titulo', 'precio', 'afectoIva', 'diasAcceso', 'estado'])
        .where(
          'id',
          'in',
          ids(lineas, 'CURSO', (l) => l.cursoId),
        )
        .execute()
    : [];
  const productos = of('PRODUCTO')
    ? await trx
        .selectFrom('producto')
        .select(['id', 'precio', 'afectoIva'])
        .where(
          'id',
          'in',
          ids(lineas, 'PRODUCTO', (l) => l.productoId),
        )
        .execute()
    : [];
  return { talleres, cursos, productos };
}

function ids<T extends Pedida['tipo']>(
  lineas: Pedida[],
  tipo: T,
  idOf: (linea: Pedidas<T>) => number,
): number[] {
  return lineas.filter((l): l is Pedidas<T> => l.tipo === tipo).map(idOf);
}

/**
 * The lines of a sale with today's prices, in pesos, as the catalogue has them.
 * @throws {AppError} VALIDACION naming the field that does not fit, as `lineas.N.campo`; CURSO_NO_DISPONIBLE.
 */
export async function priceLines(trx: Trx, lineas: Pedida[]): Promise<Linea[]> {
  const { talleres, cursos, productos } = await readPrices(trx, lineas);
  const seen = new Set<string>();
  return lineas.map((linea, i) => {
    const field = (name: string) => `lineas.${i}.${name}`;
    const once = (name: string, id: number, mensaje: string) => {
      if (seen.has(`${name} ${id}`)) throw invalid(field(name), mensaje);
      seen.add(`${name} ${id}`);
    };
    if (linea.tipo === 'TALLER') {
      const { tallerId, cantidad, asistentes } = linea;
      const taller = talleres.find((t) => t.id === tallerId);
      if (!taller) throw invalid(field('tallerId'), 'Ese taller no existe.');
      once('tallerId', tallerId, 'Este taller está repetido; suma los cupos.');
      if ((asistentes?.length ?? 0) > cantidad) {
        throw invalid(field('asistentes'), 'Hay más asistentes que cupos.');
      }
      const price = priceOf(linea, taller, cantidad, field);
      return { tipo: 'TALLER', tallerId, asistentes, ...price };
    }
    if (linea.tipo === 'CURSO') {
      const { cursoId } = linea;
      const curso = cursos.find((c) => c.id === cursoId);
      if (!curso) throw invalid(field('cursoId'), 'Ese curso no existe.');
      once('cursoId', cursoId, 'Este curso está repetido.');
      if (curso.estado !== 'PUBLICADO') {
        throw new AppError(
          'CURSO_NO_DISPONIBLE',
          `El curso «${curso.titulo}» no está publicado. Publícalo para venderlo.`,
        );
      }
      const price = priceOf(linea, curso, 1, field);
      const { diasAcceso } = curso;
      return { tipo: 'CURSO', cursoId, diasAcceso, cortesiaMotivo: null, ...price, cantidad: 1 };
    }
    const { productoId, cantidad } = linea;
    const producto = productos.find((p) => p.id === productoId);
    if (!producto) throw invalid(field('productoId'), 'Ese producto no existe.');
    return { tipo: 'PRODUCTO', productoId, ...priceOf(linea, producto, cantidad, field) };
  });
}

function priceOf(
  linea: Pick<Pedida, 'descuento' | 'descuentoMotivo'>,
  { precio, afectoIva }: { precio: number; afectoIva: boolean },
  cantidad: number,
  field: (name: string) => string,
) {
  const descuento = linea.descuento ?? 0;
  if (descuento > precio * cantidad) {
    throw invalid(field('descuento'), 'El descuento es mayor que el precio.');
  }
  if (descuento > 0 && !linea.descuentoMotivo) {
    throw invalid(field('descuentoMotivo'), 'Escribe el motivo del descuento.');
  }
  return {
    cantidad,
    precioUnitario: precio,
    afectoIva,
    descuento,
    descuentoMotivo: descuento > 0 ? (linea.descuentoMotivo ?? null) : null,
  };
}
