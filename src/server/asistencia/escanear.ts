import type { z } from 'zod';
import type { escanear as contract } from '#contract/asistencia.ts';
import type { Answer } from '#contract/endpoint.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { found, invalid } from '../core/errors.ts';
import { parseCodigo, resultadoDe } from './asistencia.policy.ts';
import { selectInscripcion, selectPuesto } from './asistencia.queries.ts';
import { writeMarca } from './marcar.ts';

/**
 * Registers the arrival of whoever shows the code of a seat, or says why it does not. Of several scans at
 * once, one registers and the others learn that it was done.
 * @throws {AppError} VALIDACION when the text is no code of ours, NO_ENCONTRADO when there is no such seat.
 */
export async function escanear(
  trx: Trx,
  ctx: Ctx,
  input: z.output<typeof contract.body>,
): Promise<Answer<typeof contract>> {
  const code = parseCodigo(input.codigo);
  if (!code) {
    throw invalid(
      'codigo',
      'Ese código no es de una inscripción. Busca a la persona por su nombre.',
    );
  }
  const { inscripcionId, puesto } = code;
  const row = await selectInscripcion(trx, inscripcionId);
  const inscripcion = found(
    row?.codigo === code.codigo && puesto <= row.cantidad ? row : undefined,
    'la inscripción de ese código',
  );
  const before = found(await selectPuesto(trx, inscripcionId, puesto), 'ese puesto');
  const { taller } = inscripcion;
  const seen = resultadoDe(
    { ...inscripcion, presente: before.asistencia === 'PRESENTE' },
    { tallerId: input.tallerId, aunqueDeba: input.aunqueDeba ?? false, now: ctx.now },
  );
  const registered =
    seen === 'REGISTRADA' &&
    (await writeMarca(trx, ctx, inscripcion.clienteId, {
      inscripcionId,
      puesto,
      asistencia: 'PRESENTE',
      via: 'QR',
    }));
  const { id, titulo, iniciaEn, zona } = taller;
  return {
    resultado: seen === 'REGISTRADA' && !registered ? 'YA_REGISTRADA' : seen,
    puesto: found(await selectPuesto(trx, inscripcionId, puesto), 'ese puesto'),
    taller: { id, titulo, iniciaEn, zona },
  };
}
