import { sql } from 'kysely';
import type { FichaDuplicado } from '#contract/duplicados.ts';
import { selectFichas } from '#server/duplicados/fichas.queries.ts';
import type { Campos } from '#server/duplicados/fusion.policy.ts';
import type { TestApp } from './app.ts';
import { buildCurso, buildProducto, buildTaller, inDays } from './builders.ts';

/** Things that people may hang from: made once for a file. */
export type Mundo = {
  talleres: number[];
  curso: number;
  lecciones: number[];
  producto: number;
  intereses: number[];
  campanas: number[];
};

export async function buildMundo(app: TestApp): Promise<Mundo> {
  const { db } = app.services.deps;
  const talleres: number[] = [];
  for (let i = 0; i < 5; i += 1) talleres.push((await buildTaller(app, { cupos: 2_000 })).id);
  const curso = await buildCurso(app, { lecciones: 3 });
  const producto = await buildProducto(app, { stock: 1_000 });
  const ids = async (query: ReturnType<typeof sql<{ id: number }>>) =>
    (await query.execute(db)).rows.map((row) => row.id);
  return {
    talleres,
    curso: curso.id,
    lecciones: await ids(sql<{ id: number }>`select id from leccion where curso_id = ${curso.id}`),
    producto: producto.id,
    intereses: await ids(sql<{ id: number }>`insert into interes (nombre, color)
      select 'Interés ' || n, '#112233' from generate_series(1, 4) n returning id`),
    campanas: await ids(sql<{ id: number }>`insert into campana (nombre, tipo, estado, audiencia)
      select 'Campaña ' || n, 'OFERTA', 'ENVIANDO', '{"modo":"CLIENTES","clientes":[]}'
      from generate_series(1, 3) n returning id`),
  };
}

let people = 0;
const at = (days: number) => inDays(days);

/** A person with what the bits say hanging from them, in every table that names a Cliente. */
export async function buildPersonaCon(
  app: TestApp,
  mundo: Mundo,
  pick: (max: number) => number,
): Promise<number> {
  const { db } = app.services.deps;
  people += 1;
  const n = people;
  const some = () => pick(1) === 1;
  const bought = some();
  const estado = bought ? 'CLIENTE' : ['LEAD', 'PROSPECTO', 'INACTIVO'][pick(2)];
  const email = pick(4) === 0 ? null : `union${n}@correo.cl`;
  const run = async (query: ReturnType<typeof sql<{ id: number }>>) =>
    (await query.execute(db)).rows[0]?.id ?? 0;
  const id = await run(sql<{ id: number }>`
    insert into cliente (tipo, nombres, apellidos, email, telefono, rut, comuna, origen, origen_detalle, estado, notas,
      ultima_actividad_en, convertido_en, creado_en, bloqueado_en, version)
    values ('B2C', ${`Persona ${n}`}, 'De Prueba', ${email}, ${`+569${10_000_000 + n}`}, ${some() ? `R${n}-K` : null},
      ${some() ? '13101' : null}, ${some() ? 'INSTAGRAM' : 'WEB'}, '{"utmSource":"x"}', ${estado}, ${some() ? `Nota ${n}` : null},
      ${some() ? at(-pick(20)) : null}, ${bought ? at(-30) : null}, ${at(-40 - pick(20))}, ${pick(6) === 0 ? at(-1) : null}, ${1 + pick(5)})
    returning id`);
  await sql`insert into cliente_estado (cliente_id, de, a, causa) values (${id}, null, 'LEAD', 'CAPTURA')`.execute(
    db,
  );
  if (estado !== 'LEAD') {
    await sql`insert into cliente_estado (cliente_id, de, a, causa, creado_en)
      select id, 'LEAD', ${estado}, 'MANUAL', coalesce(convertido_en, now()) from cliente where id = ${id}`.execute(
      db,
    );
  }
  if (bought) await addVenta(app, mundo, id, { taller: mundo.talleres[n % 2] ?? 0, n });
  for (const taller of mundo.talleres.slice(2)) {
    if (some()) {
      await sql`insert into espera (codigo, taller_id, cliente_id, cantidad, canal, estado)
        values (${`esp${n}-${taller}`}, ${taller}, ${id}, 1, 'WEB', ${some() ? 'ESPERANDO' : 'RETIRADA'})`.execute(
        db,
      );
    }
    if (some()) {
      await sql`insert into resena (cliente_id, taller_id, estrellas, estado, moderada_en)
        values (${id}, ${taller}, ${1 + pick(4)}, 'PUBLICADA', now())`.execute(db);
    }
    if (some()) {
      await sql`insert into solicitud_resena (token, cliente_id, taller_id) values (${`tok${n}-${taller}`}, ${id}, ${taller})`.execute(
        db,
      );
    }
  }
  if (some())
    await sql`insert into resena (cliente_id, curso_id, estrellas) values (${id}, ${mundo.curso}, 4)`.execute(
      db,
    );
  for (const leccion of mundo.lecciones) {
    if (some()) {
      await sql`insert into progreso_leccion (cliente_id, leccion_id, segundos, terminada_en)
        values (${id}, ${leccion}, ${pick(500)}, ${some() ? at(-1) : null})`.execute(db);
    }
  }
  for (const interes of mundo.intereses) {
    if (some()) {
      await sql`insert into cliente_interes (cliente_id, interes_id, correo, creado_en) values (${id}, ${interes}, ${some()}, ${at(-pick(9))})`.execute(
        db,
      );
    }
  }
  for (const campana of mundo.campanas) {
    if (some()) {
      const sent = some();
      await sql`insert into email_log (tipo, campana_id, comercial, cliente_id, email, estado, enviado_en)
        values ('OFERTA', ${campana}, true, ${id}, ${email ?? `sin${n}@correo.cl`}, ${sent ? 'ENVIADO' : 'EN_COLA'}, ${sent ? at(-1) : null})`.execute(
        db,
      );
    }
  }
  await sql`insert into email_log (tipo, automatico, clave, comercial, cliente_id, email, estado, enviado_en)
    values ('TRANSACCIONAL', 'BIENVENIDA', ${`b:${n}`}, false, ${id}, ${email ?? `sin${n}@correo.cl`}, 'ENVIADO', now())`.execute(
    db,
  );
  if (some()) {
    await sql`insert into consentimiento (cliente_id, email, finalidad, accion, texto, texto_version, canal)
      values (${id}, ${email ?? `viejo${n}@correo.cl`}, 'NEWSLETTER', ${some() ? 'OTORGADO' : 'RETIRADO'}, 'Acepto', 1, 'WEB')`.execute(
      db,
    );
  }
  if (some()) {
    await sql`insert into interaccion (cliente_id, tipo, resumen, fecha) values (${id}, 'LLAMADA', 'Preguntó', ${at(-2)})`.execute(
      db,
    );
  }
  if (some()) {
    await sql`insert into aviso (tipo, cliente_id, referencia, asunto, texto) values ('ENLACE_PORTAL', ${id}, ${String(id)}, 'a', 't')`.execute(
      db,
    );
  }
  if (some())
    await sql`insert into calendario (cliente_id, token) values (${id}, ${`cal${n}`})`.execute(db);
  if (email && some()) await addLogin(app, id, email);
  return id;
}

async function addLogin(app: TestApp, clienteId: number, email: string): Promise<void> {
  const { db } = app.services.deps;
  await sql`
    with u as (
      insert into usuario (name, email, rol, cliente_id) values ('Alumna', ${email}, 'ALUMNO', ${clienteId}) returning id
    ), c as (
      insert into cuenta (user_id, account_id, provider_id, password) select id, id::text, 'credential', 'hash' from u
    )
    insert into sesion (user_id, token, expires_at) select id, ${`ses-${email}`}, now() + interval '1 day' from u`.execute(
    db,
  );
}

/** A paid sale of a seat, a course and a kit, by hand. */
export async function addVenta(
  app: TestApp,
  mundo: Mundo,
  clienteId: number,
  { taller, n }: { taller: number; n: number },
): Promise<number> {
  const { db } = app.services.deps;
  const { rows } = await sql<{ id: number }>`
    with venta as (
      insert into cobro (codigo, cliente_id, total, pagado, estado, canal, total_taller, total_curso, total_producto)
      values (${`UNI-${n}-${taller}-${clienteId}`}, ${clienteId}, 115000, 115000, 'PAGADO', 'STAFF', 40000, 60000, 15000) returning id
    ), linea as (
      insert into inscripcion (cobro_id, cliente_id, taller_id, cantidad, precio_unitario, afecto_iva)
      select id, ${clienteId}, ${taller}, 1, 40000, false from venta
    ), curso as (
      insert into inscripcion_curso (cobro_id, cliente_id, curso_id, precio_unitario, afecto_iva)
      select id, ${clienteId}, ${mundo.curso}, 60000, false from venta
    ), kit as (
      insert into venta_producto (cobro_id, cliente_id, producto_id, cantidad, precio_unitario, afecto_iva)
      select id, ${clienteId}, ${mundo.producto}, 1, 15000, true from venta returning id
    ), pago as (
      insert into pago (cobro_id, tipo, monto, medio, fecha) select id, 'PAGO', 115000, 'EFECTIVO', now() from venta
    )
    select id from venta`.execute(db);
  const kit = sql`select max(id) from venta_producto where cliente_id = ${clienteId}`;
  await sql`update taller set cupos_ocupados = cupos_ocupados + 1 where id = ${taller}`.execute(db);
  await sql`with p as (update producto set stock_actual = stock_actual - 1 where id = ${mundo.producto} returning stock_actual)
    insert into movimiento_stock (producto_id, tipo, cantidad, stock, venta_producto_id)
    select ${mundo.producto}, 'VENTA', -1, stock_actual, (${kit}) from p`.execute(db);
  return rows[0]?.id ?? 0;
}

/** Grows with every act, and is no row of what people have. */
const ASIDE = ['auditoria', 'fusion', 'idempotencia', 'cliente_cambio'];
/** Kept from other rows by the database: an invariant each. */
const CIFRAS = /_(dia|delta)$/;

/** Every row of every table as text, by table. */
export async function dumpAll(app: TestApp): Promise<Record<string, string[]>> {
  const { db } = app.services.deps;
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
    order by 1`.execute(db);
  const dump: Record<string, string[]> = {};
  for (const { name } of tables) {
    if (ASIDE.includes(name) || CIFRAS.test(name)) continue;
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(t)::text as row from ${sql.table(name)} t order by 1`.execute(db);
    dump[name] = rows.map(({ row }) => row);
  }
  return dump;
}

/** One that must be there. */
export async function fichaDe(app: TestApp, id: number): Promise<FichaDuplicado> {
  const ficha = (await selectFichas(app.services.deps.db, [id])).get(id);
  if (!ficha) throw new Error(`no cliente ${id}`);
  return ficha;
}

/** What is sent to make one of two, as they stand. */
export async function bodyUnion(
  app: TestApp,
  principalId: number,
  absorbidoId: number,
  campos: Campos = {},
) {
  const [p, a] = [await fichaDe(app, principalId), await fichaDe(app, absorbidoId)];
  return {
    principalId,
    principalVersion: p.version,
    absorbidoId,
    absorbidoVersion: a.version,
    campos,
  };
}
