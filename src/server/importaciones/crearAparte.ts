import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { createEmpresa } from '../empresas/writeEmpresa.ts';
import { createInteres } from '../intereses/writeInteres.ts';
import { createTaller } from '../talleres/writeTaller.ts';
import type { Escrito, Reloj } from './armarLote.ts';
import type { PorCrear } from './saber.ts';
import type { TallerConocido } from './talleres.queries.ts';
import { adoptTaller } from './ventas.queries.ts';

/** Ids that stand for what is to be made (below zero) → those of what was made of them. */
export type Hechos = {
  intereses: Map<number, number>;
  empresas: Map<number, number>;
  talleres: Map<number, number>;
};

const COLORES = [
  '#1c7ed6',
  '#0ca678',
  '#f08c00',
  '#d6336c',
  '#7048e8',
  '#1098ad',
  '#74b816',
  '#e8590c',
];
const SIN_DATOS = {
  ...{ nombreFantasia: null, rut: null, giro: null, email: null, telefono: null },
  ...{ direccion: null, comuna: null, notas: null },
};
const SIN_DETALLE = {
  ...{ resumen: null, descripcion: null, lugar: null, direccion: null, comuna: null },
  ...{ enlace: null, instructor: null },
};
const DURACION_MS = 2 * 3_600_000;

/** Makes the intereses, empresas and talleres that the people and sales of a group need and that are not there. */
export async function crearAparte(
  trx: Trx,
  ctx: Ctx,
  escritos: Escrito[],
  {
    intereses,
    empresas,
    importacionId,
    zona,
    reloj,
  }: {
    intereses: PorCrear;
    empresas: PorCrear;
    importacionId: number;
    zona: string;
    reloj: Reloj;
  },
): Promise<Hechos> {
  const usados = new Set(escritos.flatMap((escrito) => escrito.intereses));
  const contratantes = new Set(
    escritos.flatMap(({ nueva, campos }) => [nueva?.empresaId, campos.empresaId]),
  );
  const hechos: Hechos = { intereses: new Map(), empresas: new Map(), talleres: new Map() };
  for (const { id, nombre } of intereses.values()) {
    if (!usados.has(id)) continue;
    const color = COLORES[-id % COLORES.length] ?? '#1c7ed6';
    hechos.intereses.set(
      id,
      (await createInteres(trx, ctx, { nombre, color, descripcion: null })).id,
    );
  }
  for (const { id, nombre } of empresas.values()) {
    if (contratantes.has(id)) {
      hechos.empresas.set(id, await createEmpresa(trx, ctx, { razonSocial: nombre, ...SIN_DATOS }));
    }
  }
  const ventas = escritos.flatMap((escrito) => escrito.ventas.map(({ venta }) => venta));
  for (const taller of new Set(ventas.map((venta) => venta.taller))) {
    if (taller.id < 0) {
      hechos.talleres.set(
        taller.id,
        await makeTaller(trx, ctx, taller, { importacionId, zona, reloj }),
      );
    }
  }
  return hechos;
}

async function makeTaller(
  trx: Trx,
  ctx: Ctx,
  { titulo, dia, precio }: TallerConocido,
  { importacionId, zona, reloj }: { importacionId: number; zona: string; reloj: Reloj },
): Promise<number> {
  const terminaEn = reloj.instante(dia);
  const iniciaEn = new Date(Date.parse(terminaEn) - DURACION_MS).toISOString();
  const id = await createTaller(trx, ctx, {
    ...SIN_DETALLE,
    ...{ titulo, modalidad: 'PRESENCIAL', iniciaEn, terminaEn, zona, precio, cupos: 1 },
  });
  await adoptTaller(trx, id, { importacionId, publicadoEn: iniciaEn });
  return id;
}
