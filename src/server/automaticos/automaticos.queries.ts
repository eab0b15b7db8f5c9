import type { ClaveAutomatico } from '#contract/emails.ts';
import type { Db, Trx } from '../core/db/connect.ts';

const columns = ['clave', 'activo', 'asunto', 'preheader', 'cuerpo', 'version'] as const;

export function selectCambios(db: Db | Trx) {
  return db.selectFrom('correoAutomatico').select(columns).execute();
}
export type CambioRow = Awaited<ReturnType<typeof selectCambios>>[number];

/** What the school changed of a mail; undefined when nothing. */
export function selectCambio(db: Db | Trx, clave: ClaveAutomatico): Promise<CambioRow | undefined> {
  return db
    .selectFrom('correoAutomatico')
    .select(columns)
    .where('clave', '=', clave)
    .executeTakeFirst();
}

/** What the content of a mail depends on: the settings of the school, as of their last change, and its own row. */
export async function selectHuella(
  db: Db | Trx,
  clave: ClaveAutomatico,
): Promise<{ negocio: string; cambio: CambioRow | undefined }> {
  const {
    version,
    actualizadoEn,
    clave: changed,
    ...row
  } = await db
    .selectFrom('negocio as n')
    .leftJoin('correoAutomatico as c', (join) => join.on('c.clave', '=', clave))
    .select(['n.version', 'n.actualizadoEn', 'c.clave', 'c.activo', 'c.asunto', 'c.preheader'])
    .select(['c.cuerpo', 'c.version as cambios'])
    .executeTakeFirstOrThrow();
  const { activo, cambios, asunto, preheader, cuerpo } = row;
  const cambio =
    changed === null
      ? undefined
      : { clave, activo: activo ?? true, asunto, preheader, cuerpo, version: cambios ?? 1 };
  return { negocio: `${version} ${actualizadoEn}`, cambio };
}

/** The row of a mail, locked; made at its first change. */
export async function lockCambio(
  trx: Trx,
  clave: ClaveAutomatico,
  now: string,
): Promise<CambioRow> {
  await trx
    .insertInto('correoAutomatico')
    .values({ clave, actualizadoEn: now })
    .onConflict((oc) => oc.column('clave').doNothing())
    .execute();
  return trx
    .selectFrom('correoAutomatico')
    .select(columns)
    .where('clave', '=', clave)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

type Values = Pick<CambioRow, 'activo' | 'asunto' | 'preheader' | 'cuerpo' | 'version'>;

export async function updateCambio(
  trx: Trx,
  clave: ClaveAutomatico,
  { now, usuarioId, ...values }: Values & { now: string; usuarioId: string | null },
): Promise<void> {
  await trx
    .updateTable('correoAutomatico')
    .set({ ...values, actualizadoPor: usuarioId, actualizadoEn: now })
    .where('clave', '=', clave)
    .execute();
}
