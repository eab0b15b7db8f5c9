import type { z } from 'zod';
import type { fusionCampos } from '#contract/duplicados.ts';
import { hasConfirmedPurchase, writeFusion } from '../clientes/estado.queries.ts';
import { checkFicha } from '../clientes/ficha.policy.ts';
import { enqueueRevision } from '../clientes/revisarDuplicados.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import { localDate } from '../core/time.ts';
import { deleteCliente, lockClientes, lockCobrosDe } from './bloqueo.queries.ts';
import { markAjenos, selectConsentimientos } from './consentimientos.queries.ts';
import { looseRepeated } from './correos.queries.ts';
import { takeOutLogins } from './cuentas.queries.ts';
import type { Clave, ClienteFila, Fila, Pareja } from './datos.policy.ts';
import { droppedEmail, mergeClientes } from './fusion.policy.ts';
import { insertFusion } from './fusiones.queries.ts';
import { selectImpedimentos, takeOutWaiting } from './impedimentos.queries.ts';
import { moveRows, takeOutRepeated, writeCliente } from './mover.queries.ts';
import { takeOutPares } from './pares.queries.ts';
import { tablas } from './tablas.policy.ts';

type Input = z.output<typeof fusionCampos>;

/**
 * Makes two Clientes one: all that hangs from the absorbed hangs from the principal, the rows of which a person has
 * only one are kept aside, and the absorbed is gone. What it takes to undo it is kept.
 * @returns the id of the merge.
 * @throws {AppError} NO_ENCONTRADO, CONFLICTO_VERSION, IMPEDIDO, VALIDACION.
 */
export async function fusionar(trx: Trx, ctx: Ctx, input: Input, zone: string): Promise<number> {
  const { principalId, absorbidoId, campos } = input;
  const pareja = { principalId, absorbidoId };
  if (principalId === absorbidoId) {
    throw new AppError('IMPEDIDO', 'Una ficha no se une consigo misma.');
  }
  const { antes, absorbido } = await lockPareja(trx, input);
  const [impedimento] = await selectImpedimentos(trx, pareja);
  if (impedimento) throw new AppError('IMPEDIDO', impedimento.mensaje);

  const { estado, ...merged } = mergeClientes(antes, absorbido, campos);
  const fields = checkFicha(
    { ...merged, empresaId: merged.empresa_id, fechaNacimiento: merged.fecha_nacimiento },
    localDate(ctx.now, zone),
  );
  if (fields.length) throw new AppError('VALIDACION', 'Revisa los datos marcados.', { fields });

  const compras = {
    principal: await hasConfirmedPurchase(trx, principalId),
    absorbido: await hasConfirmedPurchase(trx, absorbidoId),
  };
  const cuentas = await takeOutLogins(trx, pareja, merged.email);
  const correos = await looseRepeated(trx, pareja);
  const keepsOther = merged.email !== antes.email && merged.email === absorbido.email;
  const ajenos = await markAjenos(trx, keepsOther ? principalId : absorbidoId, merged.email);
  const sacadas = await takeOut(trx, pareja);
  const movidas = await moveAll(trx, pareja);
  await deleteCliente(trx, absorbidoId);

  const { id: _, ...columns } = { ...merged, version: antes.version + 1, actualizado_en: ctx.now };
  await writeCliente(trx, principalId, columns);
  const nombre = `${absorbido.nombres} ${absorbido.apellidos}`.trim();
  const historial = await writeFusion(trx, {
    clienteId: principalId,
    de: antes.estado,
    a: estado,
    causa: 'FUSION',
    motivo: nombre,
    usuarioId: ctx.usuarioId,
    now: ctx.now,
  });
  const [despues] = (await lockClientes(trx, [principalId])) as ClienteFila[];
  const datos = {
    antes,
    despues: found(despues, 'ese cliente'),
    absorbido,
    movidas,
    sacadas,
    cuentas,
    correos,
    ajenos,
    consentimientos: await selectConsentimientos(trx, principalId),
    historial,
    compras,
  };
  const email = droppedEmail(antes, absorbido, merged.email);
  const id = await insertFusion(trx, {
    ...pareja,
    email,
    nombre,
    datos,
    creadoPor: ctx.usuarioId,
    now: ctx.now,
  });
  await audit(trx, ctx, {
    accion: 'UNIR',
    entidad: 'CLIENTE',
    entidadId: principalId,
    despues: { fusion: id, absorbidoId, nombre, ...campos },
  });
  await enqueueRevision(trx, principalId);
  return id;
}

/** Holds both, the Cobros first, and answers them as they are. */
async function lockPareja(trx: Trx, input: Input) {
  const { principalId, absorbidoId } = input;
  await lockCobrosDe(trx, [principalId, absorbidoId]);
  const filas = (await lockClientes(trx, [principalId, absorbidoId])) as ClienteFila[];
  const one = (id: number) =>
    found(
      filas.find((fila) => fila.id === id),
      'una de las dos fichas: quizás ya se unieron',
    );
  const antes = one(principalId);
  const absorbido = one(absorbidoId);
  if (antes.version !== input.principalVersion || absorbido.version !== input.absorbidoVersion) {
    throw new AppError(
      'CONFLICTO_VERSION',
      'Otra persona cambió una de las fichas. Recarga y revisa.',
    );
  }
  return { antes, absorbido };
}

async function takeOut(trx: Trx, pareja: Pareja): Promise<Record<string, Fila[]>> {
  const sacadas: Record<string, Fila[]> = {
    duplicado: await takeOutPares(trx, pareja.absorbidoId),
  };
  const waiting = await takeOutWaiting(trx, pareja);
  for (const tabla of tablas) {
    if (tabla.unica) sacadas[tabla.tabla] = await takeOutRepeated(trx, tabla, pareja);
  }
  return { ...sacadas, espera: [...waiting, ...(sacadas.espera ?? [])] };
}

async function moveAll(
  trx: Trx,
  { principalId, absorbidoId }: Pareja,
): Promise<Record<string, Clave[]>> {
  const movidas: Record<string, Clave[]> = {};
  for (const tabla of tablas) {
    movidas[tabla.tabla] = await moveRows(trx, tabla, { de: absorbidoId, a: principalId });
  }
  return movidas;
}
