import { sql } from 'kysely';
import type { EstadoEmail } from '#contract/emails.ts';
import { createToken, type Proposito } from '#server/emails/token.ts';
import type { TestApp } from './app.ts';

type Mensaje = {
  email: string;
  clienteId?: number | null;
  campanaId?: number | null;
  comercial?: boolean;
  estado?: EstadoEmail;
  contenidoId?: number;
  datos?: object;
};

/** A message as it stands in the outbox, sent unless told; it is an automatic one without a campaign. */
export async function buildMensaje(app: TestApp, mensaje: Mensaje): Promise<number> {
  const { clienteId = null, campanaId = null, comercial = true, estado = 'ENVIADO' } = mensaje;
  const now = app.services.deps.now().toISOString();
  const { id } = await app.services.deps.db
    .insertInto('emailLog')
    .values({
      tipo: campanaId ? 'OFERTA' : 'TRANSACCIONAL',
      campanaId,
      automatico: campanaId ? null : comercial ? 'PEDIR_RESENA' : 'PAGO_RECIBIDO',
      comercial,
      clienteId,
      email: mensaje.email,
      estado,
      contenidoId: mensaje.contenidoId ?? null,
      datos: JSON.stringify(mensaje.datos ?? {}),
      enviadoEn: estado === 'ENVIADO' || estado === 'LOCAL' ? now : null,
      creadoEn: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function setDobleConfirmacion(app: TestApp, doble: boolean): Promise<void> {
  await app.services.deps.db
    .updateTable('ajustesCorreo')
    .set({ dobleConfirmacion: doble })
    .execute();
}

export const tokenOf = (app: TestApp, proposito: Proposito, id: number) =>
  createToken(app.services.deps.secret, proposito, id);

export function estadoOf(app: TestApp, id: number) {
  return app.services.deps.db
    .selectFrom('emailLog')
    .select(['estado', 'respuesta', 'tomadoPor'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** How many rows each table has: what a reading must leave as it was. */
export async function countAllRows(app: TestApp): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string; n: number }>`
    select table_name as name, (xpath('/row/n/text()', query_to_xml(
      format('select count(*) as n from public.%I', table_name), false, true, '')))[1]::text::int as n
    from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(
    app.services.deps.db,
  );
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}
