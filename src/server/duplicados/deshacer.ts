import type { EstadoCliente } from '#contract/clientes.ts';
import { transitionsOf } from '../clientes/estado.policy.ts';
import { hasConfirmedPurchase, undoFusion, writeEstado } from '../clientes/estado.queries.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import { lockClientes, lockCobrosDe } from './bloqueo.queries.ts';
import { divideNuevos, unmarkAjenos } from './consentimientos.queries.ts';
import { tieAgain } from './correos.queries.ts';
import { putBackLogins } from './cuentas.queries.ts';
import type { Datos, Fila } from './datos.policy.ts';
import { restoreCliente } from './fusion.policy.ts';
import { lockDatos, markDeshecha, selectFusion, selectOcupante } from './fusiones.queries.ts';
import { moveRows, putBack, writeCliente } from './mover.queries.ts';
import { undoProblem } from './plazo.policy.ts';
import { tablas } from './tablas.policy.ts';

/**
 * Takes two apart again: the absorbed is back with its own rows, and the principal as it was, but for what changed
 * since. What came after the merge stays with the principal, but what the absorbed's address said about being written
 * to.
 * @throws {AppError} NO_ENCONTRADO, IMPEDIDO when it is too late, a later merge stands in the way, or someone else
 * has the address or the RUT by now.
 */
export async function deshacer(trx: Trx, ctx: Ctx, id: number): Promise<void> {
  const known = found(await selectFusion(trx, id), 'esa unión');
  const principalId = known.principal.id;
  await lockCobrosDe(trx, [principalId]);
  const [ahora] = await lockClientes(trx, [principalId]);
  const fusion = found(await lockDatos(trx, id), 'esa unión');
  const fresh = found(await selectFusion(trx, id), 'esa unión');
  const problem = undoProblem(fresh, ctx.now);
  if (problem) throw new AppError('IMPEDIDO', problem);
  if (!ahora || fusion.principalId !== principalId) {
    throw new AppError('IMPEDIDO', 'Esa ficha se acaba de unir con otra. Recarga y revisa.');
  }
  const { datos } = fusion;
  const { antes, despues, absorbido } = datos;
  const restored = restoreCliente({ antes, despues, ahora, now: ctx.now });
  await assertPossible(trx, { restored, absorbido, principalId });

  await markDeshecha(trx, id, { por: ctx.usuarioId, now: ctx.now });
  await writeCliente(trx, principalId, restored);
  await putBack(trx, 'cliente', [absorbido], { empresa_id: 'empresa' });
  found((await lockClientes(trx, [absorbido.id]))[0], 'la ficha que se había unido');
  await putRowsBack(trx, datos, principalId);
  await divideNuevos(trx, {
    principalId,
    emails: { antes: antes.email, ahora: emailOf(restored) },
    absorbido,
    conocidos: datos.consentimientos,
  });
  const { historial: historialId } = datos;
  await undoFusion(trx, { clienteId: principalId, historialId, estado: antes.estado });
  await settleCompras(trx, ctx, datos, principalId);
  await audit(trx, ctx, {
    accion: 'SEPARAR',
    entidad: 'CLIENTE',
    entidadId: principalId,
    despues: { fusion: id, absorbidoId: absorbido.id, nombre: fresh.nombre },
  });
}

const emailOf = ({ email }: Fila) => (typeof email === 'string' ? email : null);

type Back = {
  restored: Fila;
  absorbido: Datos['absorbido'];
  principalId: number;
};

async function assertPossible(trx: Trx, { restored, absorbido, principalId }: Back): Promise<void> {
  const { email, rut } = absorbido;
  const other = await selectOcupante(trx, { email, rut, menos: principalId });
  if (other) {
    throw new AppError(
      'IMPEDIDO',
      `No se puede separar: ${other.nombre} tiene ahora ese ${other.campo}.`,
    );
  }
  for (const [column, name] of [
    ['email', 'correo'],
    ['rut', 'RUT'],
  ] as const) {
    if (absorbido[column] && restored[column] === absorbido[column]) {
      throw new AppError(
        'IMPEDIDO',
        `No se puede separar mientras la ficha que quedó tenga el ${name} de la otra. Cámbialo antes.`,
      );
    }
  }
  if (!restored.email && !restored.telefono) {
    throw new AppError(
      'IMPEDIDO',
      'No se puede separar: la ficha que quedó se quedaría sin correo ni teléfono. Agrégale uno antes.',
    );
  }
}

async function putRowsBack(trx: Trx, datos: Datos, principalId: number): Promise<void> {
  const { movidas, sacadas, absorbido } = datos;
  for (const tabla of tablas) {
    const claves = movidas[tabla.tabla] ?? [];
    if (claves.length > 0) {
      await moveRows(trx, tabla, { de: principalId, a: absorbido.id, claves });
    }
  }
  for (const { tabla, exige } of tablas) await putBack(trx, tabla, sacadas[tabla] ?? [], exige);
  const both = { cliente_a: 'cliente', cliente_b: 'cliente' };
  await putBack(trx, 'duplicado', sacadas.duplicado ?? [], both);
  await putBackLogins(trx, datos.cuentas);
  await tieAgain(trx, datos.correos);
  await unmarkAjenos(trx, datos.ajenos);
}

/** Who bought, or had all taken back, while they were one, is told so now that each is on their own. */
async function settleCompras(
  trx: Trx,
  ctx: Ctx,
  { compras, absorbido }: Datos,
  principalId: number,
): Promise<void> {
  const sides = [
    { clienteId: principalId, before: compras.principal },
    { clienteId: absorbido.id, before: compras.absorbido },
  ];
  for (const { clienteId, before } of sides) {
    const now = await hasConfirmedPurchase(trx, clienteId);
    if (now === before) continue;
    const causa = now ? 'COMPRA_CONFIRMADA' : 'COMPRA_ANULADA';
    const transitions: Partial<Record<EstadoCliente, EstadoCliente>> = transitionsOf(causa);
    const { usuarioId } = ctx;
    const cambio = { causa, motivo: null, usuarioId, now: ctx.now, touch: null } as const;
    await writeEstado(trx, [clienteId], transitions, cambio);
  }
}
