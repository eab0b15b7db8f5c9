import { transitionsOf } from '../clientes/estado.policy.ts';
import { insertClientes, registerEventos, takeClienteIds } from '../clientes/lote.queries.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { takeCupos } from '../talleres/cupos.ts';
import {
  cambia,
  clienteDe,
  type Escrito,
  eventosDe,
  porPersona,
  type Reloj,
  ventaDe,
} from './armarLote.ts';
import { crearAparte, type Hechos } from './crearAparte.ts';
import type { FilaDecidida } from './decidirFila.ts';
import { type FilaHecha, writeHechas } from './hechas.queries.ts';
import { type Antes, completePersonas, lockPersonas, selectVersiones } from './personas.queries.ts';
import type { Saber } from './saber.ts';
import { growCupos, insertVentas, takeCobroIds } from './ventas.queries.ts';

/** What was looked up is no longer so: whoever decided has to look again. */
export class Cambiado extends Error {}

/** A purchase of the past, told today, brings nobody back: who is INACTIVO stays so. */
const { INACTIVO: _confirmada, ...confirmada } = transitionsOf('COMPRA_CONFIRMADA');
const { INACTIVO: _pendiente, ...pendiente } = transitionsOf('COMPRA_PENDIENTE');
const TRANSICIONES = { COMPRA_CONFIRMADA: confirmada, COMPRA_PENDIENTE: pendiente };

type Lote = { saber: Saber; filas: FilaDecidida[]; zona: string; reloj: Reloj };

/**
 * Writes what decided rows do, all of them or none: people, what they lacked, what they bought, and in each row what it
 * did, for undoing it. Holds Clientes in order of id, and takes the seats as the last thing.
 * @returns what it made besides.
 * @throws {Cambiado} when someone changed a person, or took a seat, since they were looked up.
 */
export async function escribirLote(
  trx: Trx,
  ctx: Ctx,
  { saber, filas, zona, reloj }: Lote,
): Promise<Hechos> {
  const { importacionId, intereses, empresas } = saber;
  const escritos = porPersona(filas);
  const nuevos = escritos.filter(({ nueva }) => nueva);
  const cambiados = escritos.filter((escrito) => !escrito.nueva && cambia(escrito));
  const antes = await lockUnchanged(trx, cambiados);
  const aparte = { intereses, empresas, importacionId, zona, reloj };
  const hechos = await crearAparte(trx, ctx, [...nuevos, ...cambiados], aparte);
  for (const escrito of escritos) settle(escrito, hechos);

  const ids = await takeClienteIds(trx, nuevos.length);
  const clientes = nuevos.map((escrito, i) =>
    clienteDe(escrito, ids[i] ?? 0, reloj, escrito.intereses),
  );
  await insertClientes(trx, clientes, ctx);
  for (const [i, { persona }] of nuevos.entries()) persona.id = ids[i] ?? 0;

  const completados = cambiados.filter(
    ({ campos, intereses: dados }) => Object.keys(campos).length + dados.length > 0,
  );
  await completePersonas(
    trx,
    completados.map(({ persona, campos, intereses: dados }) => ({
      id: persona.id,
      campos,
      intereses: dados,
    })),
    ctx.now,
  );
  const eventos = cambiados.flatMap((escrito) => eventosDe(escrito, reloj) ?? []);
  const historial = await registerEventos(trx, eventos, TRANSICIONES, ctx);
  const cobros = await sell(trx, ctx, importacionId, escritos, reloj);

  const versiones = await selectVersiones(
    trx,
    cambiados.map(({ persona }) => persona.id),
  );
  const notas = new Map<number, Pick<FilaHecha, 'antes' | 'creados'>>();
  for (const { numero, intereses: dados } of nuevos) {
    notas.set(numero, { antes: null, creados: { cliente: true, version: 1, intereses: dados } });
  }
  for (const { numero, persona, campos, intereses: dados } of cambiados) {
    const suyo = historial.filter(({ clienteId }) => clienteId === persona.id).map(({ id }) => id);
    notas.set(numero, {
      antes: antes.get(persona.id) ?? null,
      creados: {
        version: versiones.get(persona.id) ?? 0,
        campos,
        intereses: dados,
        historial: suyo,
      },
    });
  }
  await writeHechas(
    trx,
    importacionId,
    filas.map((fila) => present(fila, notas, cobros)),
    ctx.now,
  );
  await takeSeats(trx, ctx, escritos);
  return hechos;
}

/** Puts the ids of what was made in the place of those that stood for it. */
function settle(escrito: Escrito, hechos: Hechos): void {
  const empresa = (id: number | undefined) =>
    id === undefined ? undefined : (hechos.empresas.get(id) ?? id);
  const { nueva, campos } = escrito;
  escrito.intereses = escrito.intereses.map((id) => hechos.intereses.get(id) ?? id);
  for (const dado of [nueva, campos]) {
    const id = empresa(dado?.empresaId);
    if (dado && id !== undefined) dado.empresaId = id;
  }
  for (const { venta } of escrito.ventas) {
    venta.taller.id = hechos.talleres.get(venta.taller.id) ?? venta.taller.id;
  }
}

async function lockUnchanged(trx: Trx, escritos: Escrito[]): Promise<Map<number, Antes>> {
  const rows = await lockPersonas(
    trx,
    escritos.map(({ persona }) => persona.id),
  );
  const antes = new Map(rows.map((row) => [row.id, row]));
  for (const { persona } of escritos) {
    if (antes.get(persona.id)?.version !== persona.version) throw new Cambiado();
  }
  return antes;
}

/** Writes the sales, and returns the Cobro of each row that sells. */
async function sell(
  trx: Trx,
  ctx: Ctx,
  importacionId: number,
  escritos: Escrito[],
  reloj: Reloj,
): Promise<Map<number, number>> {
  const todas = escritos.flatMap(({ persona, ventas }) =>
    ventas.map(({ numero, venta }) => ({ numero, venta, clienteId: persona.id })),
  );
  const ids = await takeCobroIds(trx, todas.length);
  const ventas = todas.map(({ venta, clienteId }, i) =>
    ventaDe(venta, { cobroId: ids[i] ?? 0, clienteId, tallerId: venta.taller.id }, reloj),
  );
  await insertVentas(trx, importacionId, ventas, ctx);
  return new Map(todas.map(({ numero }, i) => [numero, ids[i] ?? 0]));
}

/** Talleres in order of id, each with all the seats that the group takes in it. */
async function takeSeats(trx: Trx, ctx: Ctx, escritos: Escrito[]): Promise<void> {
  const ventas = escritos.flatMap((escrito) => escrito.ventas.map(({ venta }) => venta));
  const porTaller = Map.groupBy(ventas, ({ taller }) => taller.id);
  for (const tallerId of [...porTaller.keys()].sort((a, b) => a - b)) {
    const suyas = porTaller.get(tallerId) ?? [];
    const cantidad = suyas.reduce((sum, venta) => sum + venta.cantidad, 0);
    const cupos = { tallerId, cantidad };
    const taken = suyas[0]?.taller.propio
      ? await growCupos(trx, cupos)
      : await takeCupos(trx, cupos, 'SIEMPRE', ctx.now);
    if (!taken) throw new Cambiado();
  }
}

function present(
  { numero, accion, errores, hecho }: FilaDecidida,
  notas: Map<number, Pick<FilaHecha, 'antes' | 'creados'>>,
  cobros: Map<number, number>,
): FilaHecha {
  const { antes = null, creados = null } = notas.get(numero) ?? {};
  const cobro = cobros.get(numero);
  return {
    numero,
    accion,
    errores: errores.length > 0 ? errores : null,
    clienteId: hecho?.persona.id ?? null,
    antes,
    creados: cobro === undefined ? creados : { ...creados, cobro },
  };
}
