import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Deps } from '#server/core/context.ts';
import { transaction } from '#server/core/db/transaction.ts';
import { saveContenido } from '#server/emails/contenido/contenido.queries.ts';
import type { Plazos } from '#server/emails/envio/conexion.ts';
import { type Sender, startSender } from '#server/emails/envio/sender.ts';
import { ganchosDe } from '#server/worker.ts';
import type { TestApp } from './app.ts';

/** Short, so that a server that hangs is given up within a test. */
const PLAZOS: Plazos = { conectar: 2_000, respuesta: 1_000 };

/** A sender of that app's outbox, as a worker process runs it. */
export function startTestSender(app: TestApp, plazos: Plazos = PLAZOS): Promise<Sender> {
  const { deps, databaseUrl } = app.services;
  return startSender({ deps, databaseUrl, ganchos: ganchosDe(deps), plazos, hilos: 1 });
}

/** Waits until the answer is true; fails after `seconds`. */
export async function until(
  what: string,
  answer: () => Promise<boolean> | boolean,
  seconds = 30,
): Promise<void> {
  const deadline = Date.now() + seconds * 1_000;
  while (!(await answer())) {
    if (Date.now() > deadline) throw new Error(`after ${seconds} s still not: ${what}`);
    await sleep(20);
  }
}

type Datos = Pick<Deps, 'db' | 'now'>;

/** Whether nothing is due or under way. */
export async function isQuiet({ db, now }: Datos): Promise<boolean> {
  const { rows } = await sql<{ quiet: boolean }>`
    select not exists (
      select from email_log e left join campana c on c.id = e.campana_id
      where e.estado = 'TOMADO' or (e.estado = 'EN_COLA'
        and e.disponible_en <= ${now().toISOString()}::timestamptz
        and (c.id is null or c.estado = 'ENVIANDO'))
    ) as quiet`.execute(db);
  return rows[0]?.quiet ?? false;
}

export type BuiltCampana = { id: number; contenidoId: number };

let counter = 0;

/**
 * A campaign that is being sent to `n` people who agreed, `persona-…@prueba.cl` unless told, without the way through
 * drafting and preparing.
 */
export async function buildCampanaEnviando(
  { db, now }: Datos,
  n: number,
  given: { email?: string; html?: string } = {},
): Promise<BuiltCampana> {
  counter += 1;
  const email = given.email ?? `'persona-${counter}-' || n || '@prueba.cl'`;
  const contenido = {
    asunto: `Oferta ${counter} para {{ cliente.nombres }}`,
    html:
      given.html ??
      `<html lang="es"><body><p>Hola {{ cliente.nombres }}, campaña ${counter}.</p><a href="{{ enlaces.baja }}">Dejar de recibir</a></body></html>`,
    texto: 'Hola {{ cliente.nombres }}. Dejar de recibir: {{ enlaces.baja }}',
    datos: {},
  };
  return transaction(db, async (trx) => {
    const contenidoId = await saveContenido(trx, contenido);
    const { id } = await trx
      .insertInto('campana')
      .values({
        nombre: `Campaña ${counter}`,
        tipo: 'OFERTA',
        estado: 'ENVIANDO',
        epoca: 1,
        contenidoId,
        audiencia: JSON.stringify({ modo: 'FILTRO', filtro: {} }),
        candidatos: n,
        destinatarios: n,
        iniciadaEn: now().toISOString(),
        preparadaEn: now().toISOString(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await sql`
      with personas as (
        insert into cliente (tipo, nombres, apellidos, email, origen)
        select 'B2C', 'Persona ' || n, 'Prueba', lower(${sql.raw(email)}), 'WEB' from generate_series(1, ${n}) n
        returning id, email, nombres, apellidos
      ), aceptan as (
        insert into consentimiento (cliente_id, email, finalidad, accion, texto, texto_version, canal)
        select id, email, 'NEWSLETTER', 'OTORGADO', 'Acepto', 1, 'WEB' from personas
      )
      insert into email_log (tipo, campana_id, comercial, cliente_id, email, contenido_id, datos, disponible_en)
      select 'OFERTA', ${id}, true, p.id, p.email, ${contenidoId},
        jsonb_build_object('cliente', jsonb_build_object('nombres', nombres, 'apellidos', apellidos,
          'nombreCompleto', nombres || ' ' || apellidos, 'comuna', 'Ñuñoa', 'empresa', null)),
        ${now().toISOString()}::timestamptz
      from personas p`.execute(trx);
    return { id, contenidoId };
  });
}

/** How many of the campaign's messages stand in each state. */
export async function statesOf(
  { db }: Pick<Datos, 'db'>,
  campanaId: number,
): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('emailLog')
    .select((eb) => ['estado', eb.fn.countAll<number>().as('n')])
    .where('campanaId', '=', campanaId)
    .groupBy('estado')
    .execute();
  return Object.fromEntries(rows.map(({ estado, n }) => [estado, Number(n)]));
}
