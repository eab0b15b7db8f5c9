import { createHash } from 'node:crypto';
import type { Db, Trx } from '../../core/db/connect.ts';

type Compilado = { asunto: string; html: string; texto: string; datos: Record<string, unknown> };

/**
 * Keeps a compiled content with the values its messages share; the same one is kept once, whoever saves it and however often.
 * @returns its id.
 */
export async function saveContenido(trx: Trx, compiled: Compilado): Promise<number> {
  const { asunto, html, texto } = compiled;
  const datos = JSON.stringify(compiled.datos);
  const huella = createHash('sha256')
    .update(JSON.stringify([asunto, html, texto, datos]))
    .digest('base64url');
  const known = () =>
    trx.selectFrom('contenidoEmail').select('id').where('huella', '=', huella).executeTakeFirst();
  const found = await known();
  if (found) return found.id;
  const inserted = await trx
    .insertInto('contenidoEmail')
    .values({ huella, asunto, html, texto, datos })
    .onConflict((oc) => oc.column('huella').doNothing())
    .returning('id')
    .executeTakeFirst();
  // Another one saved the same in between, and has it committed by now.
  return (inserted ?? (await known()))?.id ?? saveContenido(trx, compiled);
}

export async function readContenido(
  db: Db | Trx,
  id: number,
): Promise<(Compilado & { id: number }) | undefined> {
  const row = await db
    .selectFrom('contenidoEmail')
    .select(['id', 'asunto', 'html', 'texto', 'datos'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...row, datos: row.datos as Compilado['datos'] };
}
