import type { z } from 'zod';
import type { Answer } from '#contract/endpoint.ts';
import { email } from '#contract/fields.ts';
import type { importSupresiones as endpoint } from '#contract/supresiones.ts';
import { insertConsentimiento } from '../clientes/captura.queries.ts';
import { readTextoConsentimiento } from '../clientes/consentimiento.queries.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { insertSupresiones } from '../emails/supresion.queries.ts';
import { suppressQueued } from '../emails/suprimir.ts';
import { selectConCola, selectSuscritos } from './supresiones.queries.ts';

type Input = z.output<typeof endpoint.body>;

/**
 * Adds the addresses that are not on the list yet, and makes more of a BAJA where all mail is to stop; what is queued
 * for them stops. Who left or complained by another service withdrew their consent there: it is written so here.
 * After the commit the caller waits by `settleBaja` for those of which something is still queued.
 * @returns how many came in, how many were there, and those that are no address, as they were given; and which are new.
 */
export async function importSupresiones(
  trx: Trx,
  ctx: Ctx,
  { emails, motivo, detalle }: Input,
): Promise<{ answer: Answer<typeof endpoint>; agregadas: string[] }> {
  const read = emails.map((given) => ({ given, email: email.safeParse(given).data }));
  const valid = [...new Set(read.flatMap((one) => one.email ?? []))];
  const rest = { motivo, detalle, creadoPor: ctx.usuarioId, now: ctx.now };
  const withdraws = motivo === 'BAJA' || motivo === 'RECLAMO';
  const suscritos = withdraws ? await selectSuscritos(trx, valid) : [];
  const added = await insertSupresiones(trx, valid, rest);
  const words = await readTextoConsentimiento(trx);
  const fresh = new Set(added);
  for (const { id, email } of suscritos) {
    if (!fresh.has(email)) continue;
    await insertConsentimiento(trx, {
      ...words,
      clienteId: id,
      email,
      canal: 'IMPORTACION',
      evidencia: { detalle: detalle ?? null },
      now: ctx.now,
      accion: 'RETIRADO',
    });
  }
  for (const email of await selectConCola(trx, added)) {
    await suppressQueued(trx, email, {
      soloComercial: motivo === 'BAJA',
      respuesta: 'No se escribe a esta dirección.',
    });
  }
  const invalidas = read.flatMap((one) => (one.email === undefined ? [one.given] : []));
  const answer = {
    agregadas: added.length,
    yaEstaban: valid.length - added.length,
    invalidas,
  };
  await audit(trx, ctx, {
    accion: 'IMPORTAR',
    entidad: 'LISTA_DE_BAJAS',
    entidadId: motivo,
    despues: { agregadas: answer.agregadas, yaEstaban: answer.yaEstaban, detalle: detalle ?? null },
  });
  return { answer, agregadas: added };
}
