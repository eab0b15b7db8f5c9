import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { seedDemo } from '../demo/seedDemo.ts';
import { auditData, findViolations } from './auditData.ts';
import { reglas } from './reglas.ts';

const app = testApp();
const now = new Date('2026-08-12T15:30:00Z');
let db: Db;

beforeAll(async () => {
  db = app.services.deps.db;
  await seedDemo(await urlOf(db), { now, zona: 'America/Santiago', portadas: false });
});

async function urlOf(database: Db): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database);
  const url = new URL(inject('templateUrl'));
  url.pathname = `/${rows[0]?.name}`;
  return url.href;
}

class RollBack extends Error {}

/** The names of the rules that a change breaks; the change is undone afterwards. */
async function brokenBy(...changes: RawBuilder<unknown>[]): Promise<string[]> {
  let names: string[] = [];
  const attempt = db.transaction().execute(async (trx: Trx) => {
    await sql`alter table pago disable trigger pago_append_only`.execute(trx);
    await sql`alter table movimiento_stock disable trigger movimiento_stock_append_only`.execute(
      trx,
    );
    await sql`alter table consentimiento disable trigger consentimiento_append_only`.execute(trx);
    for (const change of changes) {
      const { numAffectedRows } = await change.execute(trx);
      if (numAffectedRows !== undefined)
        expect(numAffectedRows, 'the change hit no row').toBeGreaterThan(0n);
    }
    names = (await findViolations(trx)).map(({ regla }) => regla.nombre);
    throw new RollBack();
  });
  await expect(attempt).rejects.toThrow(RollBack);
  return names;
}

const anyCobro = sql`(select id from cobro where estado = 'PAGADO' and total > 0 order by id limit 1)`;
const anyCliente = sql`(select cliente_id from cobro where estado = 'PAGADO' order by id limit 1)`;
const anyLive = sql`(select i.id from inscripcion i join cobro c on c.id = i.cobro_id
  where i.anulada_en is null and c.canal = 'STAFF' order by i.id limit 1)`;

/** A message that was handed over a minute ago, of words that were kept. */
const correo = (values: RawBuilder<unknown>) => sql`
  insert into email_log (tipo, comercial, cliente_id, email, contenido_id, estado, enviado_en, entrega_en,
    automatico, clave, campana_id)
  ${values}`;
const contenido = sql`insert into contenido_email (huella, asunto, html, texto) values ('x', 'x', 'x', 'x')`;
const conEmail = sql`(select * from cliente where email is not null order by id limit 1)`;
const campana = sql`insert into campana (nombre, tipo, estado, audiencia, destinatarios)
  values ('Prueba', 'OFERTA', 'COMPLETADA', '{}', 1)`;

const breaks: Record<string, RawBuilder<unknown>[]> = {
  CUPOS_TALLER: [
    sql`update taller set cupos_ocupados = cupos_ocupados - 1
        where id = (select id from taller where cupos_ocupados > 1 order by id limit 1)`,
  ],
  ESPERA_OFRECIDOS: [
    sql`update taller set cupos = cupos_ocupados + 1, cupos_ofrecidos = 1
        where id = (select min(id) from taller where estado = 'PUBLICADO')`,
  ],
  ESPERA_UNA_OFERTA: [
    sql`drop index espera_una_oferta`,
    sql`insert into espera (codigo, taller_id, cliente_id, cantidad, canal, estado, ofrecida_en, oferta_vence_en)
        select 'oferta-de-prueba-' || t.id, t.id, (select min(id) from cliente), 1, 'WEB', 'OFRECIDA', now(), now()
        from (select id from taller order by id limit 2) t`,
  ],
  ESPERA_ACEPTADA: [
    sql`insert into espera (codigo, taller_id, cliente_id, cantidad, canal, estado, cobro_id)
        select 'aceptada-de-prueba', (select min(id) from taller), id, 1, 'WEB', 'ACEPTADA',
          (select min(id) from cobro) from cliente
        where id <> (select cliente_id from cobro order by id limit 1) limit 1`,
  ],
  INSCRIPCION_UNICA: [
    sql`drop index inscripcion_viva`,
    sql`insert into inscripcion (cobro_id, cliente_id, taller_id, cantidad, precio_unitario, afecto_iva)
        select cobro_id, cliente_id, taller_id, 1, 0, false from inscripcion where id = ${anyLive}`,
  ],
  INSCRIPCION_TALLER: [
    sql`update taller set estado = 'BORRADOR'
        where id = (select taller_id from inscripcion where id = ${anyLive})`,
  ],
  LINEA_COBRO: [
    sql`update inscripcion set cliente_id = (select max(id) from cliente) where id = ${anyLive}`,
  ],
  ASISTENTES: [
    sql`insert into asistente (inscripcion_id, puesto, nombres) values (${anyLive}, 99, 'De más')`,
  ],
  COBRO_TOTAL: [sql`update cobro set total = total - 1 where id = ${anyCobro}`],
  COBRO_PAGADO: [sql`update cobro set pagado = pagado + 1 where id = ${anyCobro}`],
  COBRO_ESTADO: [sql`update cobro set estado = 'ABONADO' where id = ${anyCobro}`],
  COBRO_VENCIDO: [sql`update cobro set vencido_en = now() where id = ${anyCobro}`],
  SALDO_NEGATIVO: [
    sql`insert into pago (cobro_id, tipo, monto, medio, fecha)
        select id, 'REEMBOLSO', pagado + 1, 'EFECTIVO', now() from cobro where id = ${anyCobro}`,
  ],
  REVERSOS: [
    sql`update pago set monto = monto + 1
        where id = (select id from pago where tipo = 'REVERSO' order by id limit 1)`,
  ],
  REFERENCIAS: [
    sql`delete from pago_referencia where pago_id = (select min(pago_id) from pago_referencia)`,
  ],
  COMPROBANTES: [
    sql`update cobro set comprobante = null, comprobante_en = null where comprobante = 3`,
  ],
  ACCESO_CURSO: [
    sql`update inscripcion_curso set acceso_desde = null, acceso_hasta = null where id = (
        select i.id from inscripcion_curso i join cobro c on c.id = i.cobro_id
        where i.anulada_en is null and c.estado = 'PAGADO' order by i.id limit 1)`,
  ],
  STOCK_PRODUCTO: [
    sql`update producto set stock_actual = stock_actual + 1, alerta_en = null where id = (select min(id) from producto)`,
  ],
  STOCK_EN_ORDEN: [
    sql`update movimiento_stock set stock = stock + 1 where id = (select min(id) from movimiento_stock)`,
  ],
  STOCK_VENDIDO: [
    sql`update venta_producto set cantidad = cantidad + 1
        where id = (select min(id) from venta_producto where anulada_en is null)`,
  ],
  ALERTA_STOCK: [
    sql`update producto set alerta_en = now() where id = (
        select id from producto where alerta_en is null order by id limit 1)`,
  ],
  INGRESO_DIA: [
    sql`update ingreso_dia set monto = monto + 1 where dia = (select min(dia) from ingreso_dia)`,
  ],
  CAPTACION_DIA: [sql`delete from captacion_dia where dia = (select min(dia) from captacion_dia)`],
  ESTUDIANTE_TRAMO: [
    sql`update estudiante_tramo set desde = desde - 1 where cliente_id = (select min(cliente_id) from estudiante_tramo)`,
  ],
  ACTIVO_DIA: [
    sql`update activo_dia set cambio = cambio + 1 where dia = (select min(dia) from activo_dia)`,
  ],
  INSCRITO_DIA: [
    sql`update inscrito_dia set inscripciones = inscripciones + 1 where dia = (select min(dia) from inscrito_dia)`,
  ],
  RESENA_CUENTA: [
    sql`update resena_cuenta set suma = suma + 1 where serie_id = (select max(serie_id) from resena_cuenta)`,
  ],
  CONVERTIDO: [sql`update cliente set convertido_en = null where id = ${anyCliente}`],
  COBRO_CLASE: [
    sql`update cobro set total_taller = total_taller + 1, total_curso = total_curso - 1 where id = ${anyCobro}`,
  ],
  DINERO_ENTERO: [
    sql`alter table producto alter column precio type numeric`,
    sql`update producto set precio = precio + 0.5 where id = (select min(id) from producto)`,
  ],
  ESTADO_CLIENTE: [
    sql`update cliente set estado = 'PROSPECTO' where id = ${anyCliente} and estado <> 'PROSPECTO'`,
  ],
  HISTORIAL_CONTINUO: [
    sql`delete from cliente_estado where causa = 'CAPTURA' and cliente_id = ${anyCliente}`,
  ],
  COMPRADOR_NO_ES_LEAD: [
    sql`update cliente set estado = 'LEAD' where id = ${anyCliente}`,
    sql`insert into cliente_estado (cliente_id, de, a, causa)
        select cliente_id, a, 'LEAD', 'MANUAL' from cliente_estado where cliente_id = ${anyCliente}
        order by id desc limit 1`,
  ],
  ASISTENCIA: [
    sql`insert into asistencia (inscripcion_id, puesto, estado, via, marcada_en)
        values (${anyLive}, 99, 'PRESENTE', 'LISTA', now())`,
  ],
  RESENA_DE_ALUMNO: [
    sql`insert into resena (cliente_id, taller_id, estrellas)
        select c.id, t.id, 5 from cliente c cross join taller t
        where not exists (select from inscripcion i where i.cliente_id = c.id and i.taller_id = t.id) limit 1`,
  ],
  RESENA_UNICA: [
    sql`drop index resena_taller`,
    sql`insert into resena (cliente_id, taller_id, estrellas)
        select cliente_id, taller_id, n from inscripcion cross join generate_series(1, 2) n
        where id = ${anyLive}`,
  ],
  RESENA_MODERADA: [
    sql`insert into resena (cliente_id, taller_id, estrellas, estado, moderada_en)
        select cliente_id, taller_id, 5, 'RECHAZADA', now() from inscripcion where id = ${anyLive}
        on conflict (cliente_id, taller_id) where taller_id is not null do update
          set estado = 'RECHAZADA', moderada_en = now(), rechazo_motivo = null`,
  ],
  SERIE_DE_TALLERES: [
    sql`update taller set serie_id = (select max(id) from taller) where id = (select min(id) from taller)`,
    sql`update taller set serie_id = (select max(id) - 1 from taller) where id = (select max(id) from taller)`,
  ],
  CORREO_TRAS_SUPRESION: [
    contenido,
    sql`insert into supresion (email, motivo, creado_en)
        select email, 'BAJA', now() - interval '1 hour' from ${conEmail} c`,
    correo(sql`select 'OFERTA', true, id, email, (select max(id) from contenido_email), 'ENVIADO', now(), now(),
      null, null, null from ${conEmail} c`),
  ],
  CORREO_A_BLOQUEADO: [
    contenido,
    sql`update cliente set bloqueado_en = now() - interval '1 hour' where id = (select id from ${conEmail} c)`,
    correo(sql`select 'TRANSACCIONAL', false, id, email, (select max(id) from contenido_email), 'ENVIADO', now(),
      now(), 'PAGO_RECIBIDO', 'x', null from ${conEmail} c`),
  ],
  CAMPANA_UN_CORREO: [
    campana,
    correo(sql`select 'OFERTA', true, cl.id, c.email, null, 'CANCELADO', null, null, null, null,
        (select max(id) from campana)
      from ${conEmail} c cross join (select id from cliente order by id limit 2) cl`),
  ],
  CAMPANA_COMPLETA: [campana],
  CORREO_CONTENIDO: [
    correo(sql`select 'TRANSACCIONAL', false, id, email, null, 'LOCAL', now(), null, 'PAGO_RECIBIDO', 'x', null
      from ${conEmail} c`),
  ],
  CORREO_AUTOMATICO_UNA_VEZ: [
    sql`drop index email_log_clave`,
    correo(sql`select 'TRANSACCIONAL', false, id, email, null, 'CANCELADO', null, null, 'PAGO_RECIBIDO', 'x', null
      from cliente where email is not null limit 2`),
  ],
  CONSENTIMIENTOS: [
    sql`update consentimiento set texto_version = 99 where id = (select min(id) from consentimiento)`,
  ],
};

describe('the audit of the data', () => {
  test('finds nothing wrong in the sample business', async () => {
    expect(await auditData(db)).toEqual([]);
  });

  test('knows a way to break each rule', () => {
    expect(Object.keys(breaks).sort()).toEqual(reglas.map(({ nombre }) => nombre).sort());
  });

  test.each(reglas.map(({ nombre }) => nombre))('sees %s broken', async (nombre) => {
    expect(await brokenBy(...(breaks[nombre] ?? []))).toContain(nombre);
  });

  test('counts all the rows and shows the first twenty', async () => {
    await expect(
      db.transaction().execute(async (trx) => {
        await sql`update cobro set pagado = pagado + 1`.execute(trx);
        const violation = (await findViolations(trx)).find(
          ({ regla }) => regla.nombre === 'COBRO_PAGADO',
        );
        expect(violation?.total).toBeGreaterThan(500);
        expect(violation?.filas).toHaveLength(20);
        throw new RollBack();
      }),
    ).rejects.toThrow(RollBack);
  });
});
