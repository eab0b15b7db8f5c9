import type { Ctx } from './context.ts';
import type { Trx } from './db/connect.ts';

export type AuditEntry = {
  accion: string;
  entidad: string;
  entidadId: number | string;
  antes?: Record<string, unknown> | undefined;
  despues?: Record<string, unknown> | undefined;
};

/** Writes what a staff user did, with only the fields that changed, in the transaction of the act. */
export async function audit(trx: Trx, ctx: Ctx, entry: AuditEntry): Promise<void> {
  const { antes, despues } = onlyChanges(entry.antes, entry.despues);
  await trx
    .insertInto('auditoria')
    .values({
      usuarioId: ctx.usuarioId,
      accion: entry.accion,
      entidad: entry.entidad,
      entidadId: String(entry.entidadId),
      antes: antes ? JSON.stringify(antes) : null,
      despues: despues ? JSON.stringify(despues) : null,
      solicitudId: ctx.requestId,
      creadoEn: ctx.now,
    })
    .execute();
}

type Fields = Record<string, unknown> | undefined;

function onlyChanges(antes: Fields, despues: Fields): { antes: Fields; despues: Fields } {
  if (!antes || !despues) return { antes, despues };
  const changed = Object.keys(despues).filter(
    (key) =>
      despues[key] !== undefined &&
      JSON.stringify(antes[key] ?? null) !== JSON.stringify(despues[key] ?? null),
  );
  const pick = (source: Record<string, unknown>) =>
    Object.fromEntries(changed.map((key) => [key, source[key] ?? null]));
  return { antes: pick(antes), despues: pick(despues) };
}
