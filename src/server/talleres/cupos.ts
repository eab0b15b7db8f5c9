import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import type { Cupos } from './talleres.policy.ts';

/** Whoever sells decides until when: visitors before it begins, staff also afterwards. */
export type Plazo = 'ANTES_DE_EMPEZAR' | 'ANTES_DE_TERMINAR' | 'SIEMPRE';

/** The instant until which each of them may. */
const enPlazo: Record<Plazo, RawBuilder<unknown>> = {
  ANTES_DE_EMPEZAR: sql`inicia_en`,
  ANTES_DE_TERMINAR: sql`termina_en`,
  SIEMPRE: sql`'infinity'::timestamptz`,
};

/**
 * Takes seats by one conditional update; false when they do not fit or the Taller is not selling. The row
 * stays locked until the transaction ends: call it as late as possible, Talleres in id order.
 */
export async function takeCupos(
  trx: Trx,
  { tallerId, cantidad }: Cupos,
  plazo: Plazo,
  now: string,
): Promise<boolean> {
  const { rows } = await sql`
    update taller set cupos_ocupados = cupos_ocupados + ${cantidad}::int
    where id = ${tallerId} and estado = 'PUBLICADO' and cupos_ocupados + ${cantidad}::int <= cupos
      and ${enPlazo[plazo]} > ${now}::timestamptz
    returning id`.execute(trx);
  return rows.length > 0;
}

/** Gives seats back, Talleres in id order; call it as late as possible too. */
export async function releaseCupos(trx: Trx, cupos: Cupos[]): Promise<void> {
  const porTaller = Map.groupBy(cupos, (c) => c.tallerId);
  for (const tallerId of [...porTaller.keys()].sort((a, b) => a - b)) {
    const total = (porTaller.get(tallerId) ?? []).reduce((sum, c) => sum + c.cantidad, 0);
    await trx
      .updateTable('taller')
      .set((eb) => ({ cuposOcupados: eb('cuposOcupados', '-', total) }))
      .where('id', '=', tallerId)
      .execute();
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
      .select(['titulo', 'estado', 'iniciaEn', 'cupos', 'cuposOcupados'])
      .where('id', '=', tallerId)
      .executeTakeFirst(),
    'ese taller',
  );
  const no = (title: string) => new AppError('TALLER_NO_DISPONIBLE', title);
  if (taller.estado === 'ANULADO') return no(`El taller «${taller.titulo}» fue anulado.`);
  if (taller.estado === 'BORRADOR') return no(`El taller «${taller.titulo}» no está publicado.`);
  const libres = taller.cupos - taller.cuposOcupados;
  if (libres >= cantidad && taller.iniciaEn <= now) {
    return no(`El taller «${taller.titulo}» ya comenzó y no recibe más inscripciones.`);
  }
  const quedan = libres <= 0 ? 'no quedan cupos' : `solo quedan ${libres} cupos`;
  return new AppError(
    'SIN_CUPOS',
    `En «${taller.titulo}» ${libres === 1 ? 'solo queda 1 cupo' : quedan}.`,
  );
}
