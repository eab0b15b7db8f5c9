import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { buildMensaje, estadoOf } from '#tests/support/mensajes.ts';
import { transaction } from '../core/db/transaction.ts';
import { withdrawEmails } from './queueEmail.ts';

const app = testApp();
const ALGUIEN = '00000000-0000-4000-8000-000000000001';

async function build(causa: string, estado: 'EN_COLA' | 'TOMADO', entregaEn: string | null) {
  const { db } = app.services.deps;
  const id = await buildMensaje(app, { email: `${causa}@correo.cl`, estado: 'EN_COLA' });
  await sql`update email_log set clave = ${`RESERVA_POR_VENCER:${causa}`}, estado = ${estado},
    tomado_por = ${estado === 'TOMADO' ? ALGUIEN : null}::uuid, entrega_en = ${entregaEn}::timestamptz
    where id = ${id}`.execute(db);
  return id;
}

it('takes back what a sender only holds ready, not what is being handed over', async () => {
  const { db, now } = app.services.deps;
  const waits = await build('1', 'EN_COLA', null);
  const ready = await build('2', 'TOMADO', null);
  const going = await build('3', 'TOMADO', now().toISOString());
  await transaction(db, (trx) => withdrawEmails(trx, 'RESERVA_POR_VENCER', ['1', '2', '3']));
  expect(await estadoOf(app, waits)).toMatchObject({ estado: 'CANCELADO' });
  expect(await estadoOf(app, ready)).toMatchObject({ estado: 'CANCELADO', tomadoPor: null });
  expect(await estadoOf(app, going)).toMatchObject({ estado: 'TOMADO' });
});
