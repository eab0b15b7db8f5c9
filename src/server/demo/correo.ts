import { sql } from 'kysely';
import { lockCampana } from '../campanas/campanas.queries.ts';
import { beginCampana } from '../campanas/launchCampana.ts';
import { noteGrupo, queueGrupo } from '../campanas/preparar.queries.ts';
import { countProgresos } from '../campanas/progreso.ts';
import { resolveFrozen } from '../campanas/resolver.ts';
import { createCampana } from '../campanas/writeCampana.ts';
import { type Ctx, type Deps, jobCtx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { localDate } from '../core/time.ts';
import { createPlantilla } from '../plantillas/writePlantilla.ts';
import { plantillasDeEjemplo } from './plantillas.ts';

const DAY_MS = 86_400_000;
const before = (now: Date, days: number) => jobCtx(new Date(now.getTime() - days * DAY_MS), 'demo');

/** The templates of the sample school, a campaign that went out days ago with what came of it, and one being written. */
export async function seedCorreo(trx: Trx, deps: Deps): Promise<void> {
  const now = deps.now();
  const ids: number[] = [];
  for (const [n, plantilla] of plantillasDeEjemplo.entries()) {
    ids.push(await createPlantilla(trx, before(now, 90 - n * 7), plantilla));
  }
  const interes = await trx
    .selectFrom('interes')
    .select(['id', 'nombre'])
    .orderBy('id')
    .executeTakeFirst();
  const taller = await trx
    .selectFrom('taller')
    .select(['id', 'titulo', 'interesId'])
    .where('estado', '=', 'PUBLICADO')
    .where('iniciaEn', '>', now.toISOString())
    .orderBy('iniciaEn')
    .executeTakeFirst();
  if (!interes || !taller) return;

  const sentId = await createCampana(trx, before(now, 12), {
    nombre: 'Novedades de la temporada',
    tipo: 'PERSONALIZADO',
    plantillaId: ids[2],
    preheader: undefined,
    audiencia: { modo: 'FILTRO', filtro: {} },
    seguimiento: true,
  });
  await sendInThePast(trx, before(now, 11), deps, sentId);

  await createCampana(trx, before(now, 1), {
    nombre: `Últimos cupos: ${taller.titulo}`.slice(0, 120),
    tipo: 'OFERTA',
    plantillaId: ids[0],
    preheader: undefined,
    tallerId: taller.id,
    audiencia: {
      modo: 'FILTRO',
      filtro: { intereses: [taller.interesId ?? interes.id], noCompro: { talleres: [taller.id] } },
    },
  });
}

async function sendInThePast(trx: Trx, ctx: Ctx, deps: Deps, id: number): Promise<void> {
  const draft = await lockCampana(trx, id);
  if (!draft) throw new Error('the campaign was just made');
  await beginCampana(trx, ctx, deps, draft);
  const campana = await lockCampana(trx, id);
  if (!campana) throw new Error('the campaign was just made');
  const end = campana.prepararTope ?? 0;
  const zone = deps.config.TZ_NEGOCIO;
  const range = {
    after: 0,
    end,
    entorno: { zone, today: localDate(ctx.now, zone) },
    now: ctx.now,
  };
  const audiencia = await resolveFrozen(trx, campana);
  await noteGrupo(trx, campana, end, await queueGrupo(trx, campana, audiencia, range));
  await deliver(trx, id, ctx.now);
  const progreso = (await countProgresos(trx, [id])).get(id);
  await trx
    .updateTable('campana')
    .set((eb) => ({
      estado: 'COMPLETADA',
      epoca: eb('epoca', '+', 2),
      preparadaEn: ctx.now,
      terminadaEn: new Date(Date.parse(ctx.now) + 3_600_000).toISOString(),
      progreso: JSON.stringify(progreso),
    }))
    .where('id', '=', id)
    .execute();
}

/** Two a second; a few addresses did not exist, and some people opened, followed a link or had enough. */
async function deliver(trx: Trx, campanaId: number, now: string): Promise<void> {
  await sql`
    update email_log e set estado = case when e.id % 83 = 0 then 'FALLIDO' else 'ENVIADO' end, intentos = 1,
      asunto = 'Lo que viene en el taller',
      enviado_en = case when e.id % 83 = 0 then null else sale end, entrega_en = sale,
      respuesta = case when e.id % 83 = 0 then '550 5.1.1 The email account does not exist'
        else '250 2.0.0 OK queued' end,
      abierto_en = case when e.id % 83 > 0 and e.id % 5 in (1, 3) then sale + interval '3 hours' * (e.id % 17) end,
      clic_en = case when e.id % 83 > 0 and e.id % 15 = 1 then sale + interval '3 hours' * (e.id % 17 + 1) end
    from (
      select id, ${now}::timestamptz + interval '500 ms' * row_number() over (order by id) as sale
      from email_log where campana_id = ${campanaId}
    ) s
    where e.id = s.id`.execute(trx);
  await sql`
    insert into email_evento (email_log_id, campana_id, tipo, url, creado_en)
    select id, campana_id, 'APERTURA', null, abierto_en from email_log
      where campana_id = ${campanaId} and abierto_en is not null
    union all
    select id, campana_id, 'CLIC', ${'https://escuela.ejemplo.cl/talleres'}, clic_en from email_log
      where campana_id = ${campanaId} and clic_en is not null`.execute(trx);
  await sql`
    insert into supresion (email, motivo, detalle, email_log_id, creado_en)
    select email, 'REBOTE', 'Rechazada al enviar: ' || respuesta, id, entrega_en from email_log
    where campana_id = ${campanaId} and estado = 'FALLIDO' on conflict do nothing`.execute(trx);
}
