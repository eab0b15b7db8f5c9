import { annulWithoutRelease } from '../cobros/anular.ts';
import { devolver } from '../cobros/devolver.ts';
import type { LineaDeVenta } from '../cobros/lineas.queries.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import { closeEspera } from '../espera/advanceEspera.ts';

/** Locks, in id order, the Cobros with a live line in the Taller, and annuls those lines. */
async function annulLiveLines(
  trx: Trx,
  ctx: Ctx,
  tallerId: number,
  motivo: string,
): Promise<LineaDeVenta[]> {
  const lines = await trx
    .selectFrom('inscripcion')
    .select(['id', 'cobroId'])
    .where('tallerId', '=', tallerId)
    .where('anuladaEn', 'is', null)
    .orderBy('cobroId')
    .execute();
  const anuladas: LineaDeVenta[] = [];
  for (const { id, cobroId } of lines) {
    // Seen before its Cobro was locked: by now it may have been moved to another Taller.
    const target = { cobroId, linea: { tipo: 'TALLER', id, tallerId } } as const;
    anuladas.push(
      ...(await annulWithoutRelease(trx, ctx, target, { causa: 'TALLER_ANULADO', motivo })),
    );
  }
  return anuladas;
}

/**
 * Annuls a Taller and every live Inscripcion of it. Cobros are locked before the Taller, as everywhere;
 * an enrolment that slips in between is annulled once the Taller is closed and locked. When someone changed
 * the Taller meanwhile, a second look tells what it is by now.
 * @returns how many Inscripciones were annulled; 0 when it was annulled before.
 * @throws {AppError} NO_ENCONTRADO, CONFLICTO_VERSION, ESTADO_NO_PERMITE.
 */
export async function anularTaller(
  trx: Trx,
  ctx: Ctx,
  id: number,
  { motivo, version }: { motivo: string; version: number },
): Promise<number> {
  const taller = found(
    await trx
      .selectFrom('taller')
      .select(['estado', 'version', 'titulo'])
      .where('id', '=', id)
      .executeTakeFirst(),
    'ese taller',
  );
  if (taller.estado === 'ANULADO') return 0;
  if (taller.version !== version) {
    throw new AppError('CONFLICTO_VERSION', 'Otra persona cambió este taller. Recarga y revisa.');
  }
  if (taller.estado === 'BORRADOR') {
    throw new AppError('ESTADO_NO_PERMITE', 'Un borrador no se anula: bórralo.');
  }
  const anuladas = await annulLiveLines(trx, ctx, id, motivo);
  const closed = await trx
    .updateTable('taller')
    .set({
      estado: 'ANULADO',
      anuladoEn: ctx.now,
      anuladoMotivo: motivo,
      version: version + 1,
      actualizadoEn: ctx.now,
    })
    .where('id', '=', id)
    .where('estado', '=', 'PUBLICADO')
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (!closed) {
    await devolver(trx, ctx, anuladas);
    return anularTaller(trx, ctx, id, { motivo, version });
  }
  anuladas.push(...(await annulLiveLines(trx, ctx, id, motivo)));
  const seats = anuladas.reduce((sum, linea) => sum + linea.cantidad, 0);
  await trx
    .updateTable('taller')
    .set((eb) => ({ cuposOcupados: eb('cuposOcupados', '-', seats) }))
    .where('id', '=', id)
    .execute();
  await closeEspera(trx, ctx, id);
  await audit(trx, ctx, {
    accion: 'ANULAR',
    entidad: 'TALLER',
    entidadId: id,
    antes: { estado: taller.estado },
    despues: { estado: 'ANULADO', motivo, inscripciones: anuladas.length },
  });
  return anuladas.length;
}
