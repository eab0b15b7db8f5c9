import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import { enqueue } from '../core/jobs.ts';
import type { Cupos } from './talleres.policy.ts';

/** Whoever sells decides until when: visitors before it begins, staff also afterwards. */
export type Plazo = 'ANTES_DE_EMPEZAR' | 'ANTES_DE_TERMINAR' | 'SIEMPRE';

export const OFRECER_CUPOS = 'ofrecer-cupos';

/** The instant until which each of them may. */
const enPlazo: Record<Plazo, RawBuilder<unknown>> = {
  ANTES_DE_EMPEZAR: sql`inicia_en`,
  ANTES_DE_TERMINAR: sql`termina_en`,
  SIEMPRE: sql`'infinity'::timestamptz`,
};

const libres = sql`cupos - cupos_ocupados - cupos_ofrecidos`;

/**
 * Takes seats by one conditional update; false when they do not fit or the Taller is not selling. What is offered
 * to someone who waits is not free, and a visitor never gets ahead of who waits. The row stays locked until the
 * transaction ends: call it as late as possible, Talleres in id order.
 */
export async function takeCupos(
  trx: Trx,
  { tallerId, cantidad }: Cupos,
  plazo: Plazo,
  now: string,
): Promise<boolean> {
  const { rows } = await sql`
    update taller set cupos_ocupados = cupos_ocupados + ${cantidad}::int
    where id = ${tallerId} and estado = 'PUBLICADO' and ${cantidad}::int <= ${libres}
      and ${enPlazo[plazo]} > ${now}::timestamptz
      ${plazo === 'ANTES_DE_EMPEZAR' ? sql`and not hay_espera(id, ${libres})` : sql``}
    returning id`.execute(trx);
  return rows.length > 0;
}

/** Holds free seats for an offer; false when they do not fit, or the Taller is not published or began. */
export async function holdOferta(
  trx: Trx,
  { tallerId, cantidad }: Cupos,
  now: string,
): Promise<boolean> {
  const { rows } = await sql`
    update taller set cupos_ofrecidos = cupos_ofrecidos + ${cantidad}::int
    where id = ${tallerId} and estado = 'PUBLICADO' and ${cantidad}::int <= ${libres}
      and inicia_en > ${now}::timestamptz
    returning id`.execute(trx);
  return rows.length > 0;
}

/** Frees the seats of offers that nobody took. */
export async function dropOferta(trx: Trx, { tallerId, cantidad }: Cupos): Promise<void> {
  await trx
    .updateTable('taller')
    .set((eb) => ({ cuposOfrecidos: eb('cuposOfrecidos', '-', cantidad) }))
    .where('id', '=', tallerId)
    .execute();
}

/** Takes the seats that an offer held; false when the Taller is not published or began. */
export async function takeOfrecidos(
  trx: Trx,
  { tallerId, cantidad }: Cupos,
  now: string,
): Promise<boolean> {
  const { rows } = await sql`
    update taller set cupos_ofrecidos = cupos_ofrecidos - ${cantidad}::int,
      cupos_ocupados = cupos_ocupados + ${cantidad}::int
    where id = ${tallerId} and estado = 'PUBLICADO' and cupos_ofrecidos >= ${cantidad}::int
      and inicia_en > ${now}::timestamptz
    returning id`.execute(trx);
  return rows.length > 0;
}

const enqueueOfrecer = (trx: Trx, tallerId: number) =>
  enqueue(trx, OFRECER_CUPOS, { tallerId }, { jobKey: `${OFRECER_CUPOS}:${tallerId}` });

/** Has the worker offer what is free in a Taller, whose row the caller changed, if someone waits for it. */
export async function offerFreed(trx: Trx, tallerId: number): Promise<void> {
  const { rows } = await sql`
    select from taller where id = ${tallerId} and hay_espera(id, ${libres})`.execute(trx);
  if (rows.length > 0) await enqueueOfrecer(trx, tallerId);
}

/**
 * Gives seats back, Talleres in id order; call it as late as possible too. Those who wait for them are offered
 * them by the worker.
 */
export async function releaseCupos(trx: Trx, cupos: Cupos[]): Promise<void> {
  const porTaller = Map.groupBy(cupos, (c) => c.tallerId);
  for (const tallerId of [...porTaller.keys()].sort((a, b) => a - b)) {
    const total = (porTaller.get(tallerId) ?? []).reduce((sum, c) => sum + c.cantidad, 0);
    const { rows } = await sql<{ espera: boolean }>`
      update taller set cupos_ocupados = cupos_ocupados - ${total}::int where id = ${tallerId}
      returning hay_espera(id, ${libres}) as espera`.execute(trx);
    if (rows[0]?.espera) await enqueueOfrecer(trx, tallerId);
  }
}

/** Why seats could not be taken, for the person who asked. */
export async function whyNoCupos(
  trx: Trx,
  { tallerId, cantidad }: Cupos,
  now: string,
): Promise<AppError> {
  const taller = found(
    await trx
      .selectFrom('taller')
      .select(['titulo', 'estado', 'iniciaEn'])
      .select([
        sql<number>`${libres}`.as('libres'),
        sql<boolean>`hay_espera(id, ${libres})`.as('espera'),
      ])
      .where('id', '=', tallerId)
      .executeTakeFirst(),
    'ese taller',
  );
  const no = (title: string) => new AppError('TALLER_NO_DISPONIBLE', title);
  if (taller.estado === 'ANULADO') return no(`El taller «${taller.titulo}» fue anulado.`);
  if (taller.estado === 'BORRADOR') return no(`El taller «${taller.titulo}» no está publicado.`);
  if (taller.libres >= cantidad && taller.iniciaEn <= now) {
    return no(`El taller «${taller.titulo}» ya comenzó y no recibe más inscripciones.`);
  }
  return new AppError('SIN_CUPOS', `En «${taller.titulo}» ${quedan(taller, cantidad)}.`);
}

function quedan({ libres, espera }: { libres: number; espera: boolean }, cantidad: number): string {
  if (libres <= 0) return 'no quedan cupos';
  if (libres >= cantidad && espera)
    return 'los cupos libres son de quienes están en la lista de espera';
  return libres === 1 ? 'solo queda 1 cupo' : `solo quedan ${libres} cupos`;
}
