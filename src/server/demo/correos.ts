import type pg from 'pg';
import { DAY, iso } from './mundo.ts';

const ASUNTO = 'Lo que viene en el taller';
const CADA_DIAS = 30;

/**
 * Campaigns that went out in the past to everyone there was, the last one first, until there are so many messages:
 * with what became of each. For a database as large as a real one grows; who looks at the sample needs no more than one.
 */
export async function fillCorreos(
  client: pg.ClientBase,
  hoy: number,
  correos: number,
): Promise<void> {
  if (correos === 0) return;
  const contenido = await client.query<{ id: string }>(
    `insert into contenido_email (huella, asunto, html, texto) values ('muestra', $1,
      '<p>Hola {{ cliente.nombres }}, mira lo que viene este mes.</p><p><a href="{{ enlaces.baja }}">Darme de baja</a></p>',
      'Hola {{ cliente.nombres }}, mira lo que viene este mes. Darme de baja: {{ enlaces.baja }}') returning id`,
    [ASUNTO],
  );
  const contenidoId = contenido.rows[0]?.id;
  let left = correos;
  for (let n = 1; left > 0 && n <= 24; n += 1) {
    const sale = iso(hoy - (n * CADA_DIAS - 10) * DAY);
    left -= await sendInThePast(client, { n, sale, contenidoId, limit: left });
  }
}

async function sendInThePast(
  client: pg.ClientBase,
  {
    n,
    sale,
    contenidoId,
    limit,
  }: { n: number; sale: string; contenidoId: string | undefined; limit: number },
): Promise<number> {
  const { rows } = await client.query<{ id: string }>(
    `insert into campana (nombre, tipo, estado, asunto, audiencia, seguimiento, contenido_id, iniciada_en, preparada_en,
       terminada_en, creado_en, actualizado_en)
     values ($1, 'PERSONALIZADO', 'COMPLETADA', $2, '{"modo":"FILTRO","filtro":{}}', true, $3, $4, $4,
       $4::timestamptz + interval '1 hour', $4, $4) returning id`,
    [`Novedades del mes, envío ${n}`, ASUNTO, contenidoId, sale],
  );
  const campanaId = rows[0]?.id;
  const { rowCount } = await client.query(
    `insert into email_log (tipo, campana_id, comercial, cliente_id, email, contenido_id, datos, asunto, estado, intentos,
       disponible_en, entrega_en, enviado_en, respuesta, abierto_en, clic_en, creado_en)
     select 'PERSONALIZADO', $1, true, id, email, $2,
       jsonb_build_object('cliente', jsonb_build_object('nombres', nombres, 'apellidos', apellidos,
         'nombreCompleto', trim(nombres || ' ' || apellidos), 'comuna', null, 'empresa', null)),
       $3, case when azar = 82 then 'FALLIDO' else 'ENVIADO' end, 1, $4, sale, case when azar < 82 then sale end,
       case when azar = 82 then '550 5.1.1 The email account does not exist' else '250 2.0.0 OK queued' end,
       case when azar < 30 then sale + interval '17 minutes' * (1 + azar) end,
       case when azar < 6 then sale + interval '19 minutes' * (2 + azar) end, $4
     from (
       select *, (id * 7919 + $5::bigint * 104729) % 83 as azar,
         $4::timestamptz + interval '3 ms' * row_number() over (order by id) as sale
       from cliente where email is not null and creado_en < $4 order by id limit $6
     ) c`,
    [campanaId, contenidoId, ASUNTO, sale, n, limit],
  );
  await client.query(
    `with cuenta as (
       select count(*) as total, count(*) filter (where estado = 'ENVIADO') as enviados from email_log where campana_id = $1
     )
     update campana set candidatos = total, destinatarios = total, progreso = jsonb_build_object('total', total, 'enCola', 0,
       'enviados', enviados, 'locales', 0, 'fallidos', total - enviados, 'suprimidos', 0, 'cancelados', 0, 'inciertos', 0)
     from cuenta where id = $1`,
    [campanaId],
  );
  await client.query(
    `insert into email_evento (email_log_id, campana_id, tipo, url, creado_en)
     select id, campana_id, 'APERTURA', null, abierto_en from email_log where campana_id = $1 and abierto_en is not null
     union all
     select id, campana_id, 'CLIC', 'https://escuela.ejemplo.cl/talleres', clic_en from email_log
       where campana_id = $1 and clic_en is not null`,
    [campanaId],
  );
  return rowCount ?? 0;
}
