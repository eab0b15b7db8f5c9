import type { Trx } from '../core/db/connect.ts';

/** Whether someone of an Inscripcion was marked present in its Taller, or its buyer reviewed it. */
export async function tookPart(trx: Trx, inscripcionId: number): Promise<boolean> {
  const row = await trx
    .selectFrom('inscripcion')
    .select('inscripcion.id')
    .where('inscripcion.id', '=', inscripcionId)
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('asistencia')
            .select('puesto')
            .whereRef('asistencia.inscripcionId', '=', 'inscripcion.id')
            .where('asistencia.estado', '=', 'PRESENTE'),
        ),
        exists(
          selectFrom('resena')
            .select('resena.id')
            .whereRef('resena.clienteId', '=', 'inscripcion.clienteId')
            .whereRef('resena.tallerId', '=', 'inscripcion.tallerId'),
        ),
      ]),
    )
    .executeTakeFirst();
  return row !== undefined;
}

/** Forgets the marks of an Inscripcion: those of absence in a Taller it leaves. */
export async function deleteMarcas(trx: Trx, inscripcionId: number): Promise<void> {
  await trx.deleteFrom('asistencia').where('inscripcionId', '=', inscripcionId).execute();
}
