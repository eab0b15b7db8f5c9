import { beforeAll, describe, expect, it } from 'vitest';
import { anularCobro, createPago } from '#contract/cobros.ts';
import { type ClaveAutomatico, claveAutomatico } from '#contract/emails.ts';
import { joinEspera } from '#contract/espera.ts';
import { jobCtx } from '#server/core/context.ts';
import { transaction } from '#server/core/db/transaction.ts';
import { queueEmail, queueEmailTo } from '#server/emails/queueEmail.ts';
import { testApp } from '#tests/support/app.ts';
import { armarCorreo, readCorreos } from '#tests/support/automaticos.ts';
import { buildCliente, buildTaller, buildVenta, inDays } from '#tests/support/builders.ts';
import { buildLleno } from '#tests/support/espera.ts';
import { variablesDeAutomatico } from './variables.ts';

const app = testApp();

/** Every variable of a kind, told outside any `if`: one that its data lacks stops the mail. */
const todas = (clave: ClaveAutomatico) =>
  variablesDeAutomatico(clave)
    .map(({ nombre }) => `<p>${nombre}={{ ${nombre} }}.</p>`)
    .join('');

beforeAll(async () => {
  const { db } = app.services.deps;
  for (const clave of claveAutomatico.options) {
    const values = { clave, asunto: 'Todas', cuerpo: todas(clave) };
    await db.insertInto('correoAutomatico').values(values).execute();
  }
});

/** Queues a mail of that kind to a Cliente as its cause does. */
async function queue(
  clienteId: number,
  automatico: ClaveAutomatico,
  referencia: Record<string, number | string>,
): Promise<void> {
  const { db, now } = app.services.deps;
  await transaction(db, (trx) =>
    queueEmail(trx, jobCtx(now(), 'test'), { automatico, clienteId, referencia, causa: 'prueba' }),
  );
}

/** A cause of each kind, of a school that set nothing and a person who told the least. */
const causas: Record<ClaveAutomatico, () => Promise<number>> = {
  INSCRIPCION_RECIBIDA: async () => {
    const clienteId = await buildCliente(app);
    await buildVenta(app, (await buildTaller(app)).id, { clienteId });
    return clienteId;
  },
  PAGO_RECIBIDO: async () => {
    const clienteId = await buildCliente(app);
    const { id } = await buildVenta(app, (await buildTaller(app)).id, { clienteId });
    await (await app.as('VENTAS')).ok(createPago, {
      params: { id },
      body: { monto: 1_000, medio: 'OTRO' },
    });
    return clienteId;
  },
  RESERVA_POR_VENCER: async () => {
    const clienteId = await buildCliente(app);
    const taller = await buildTaller(app);
    const { id } = await buildVenta(app, taller.id, { clienteId, venceEn: inDays(1) });
    await queue(clienteId, 'RESERVA_POR_VENCER', { cobro: id });
    return clienteId;
  },
  RECORDATORIO_3_DIAS: () => remind('RECORDATORIO_3_DIAS'),
  RECORDATORIO_1_DIA: () => remind('RECORDATORIO_1_DIA'),
  OFERTA_CUPO: async () => {
    const { taller, cobro } = await buildLleno(app, 1);
    const clienteId = await buildCliente(app);
    const ventas = await app.as('VENTAS');
    await ventas.ok(joinEspera, { params: { id: taller.id }, body: { clienteId, cantidad: 1 } });
    await ventas.ok(anularCobro, { params: { id: cobro.id }, body: { motivo: 'No puede' } });
    await app.runJobs();
    return clienteId;
  },
  PEDIR_RESENA: async () => {
    const clienteId = await buildCliente(app);
    const { id: tallerId } = await buildTaller(app, { precio: 0 });
    await buildVenta(app, tallerId, { clienteId });
    const { db } = app.services.deps;
    await db
      .updateTable('taller')
      .set({ iniciaEn: inDays(-2), terminaEn: inDays(-1.9) })
      .where('id', '=', tallerId)
      .execute();
    const { id } = await db
      .insertInto('solicitudResena')
      .values({ token: 'token-de-prueba', clienteId, tallerId, creadoEn: inDays(0) })
      .returning('id')
      .executeTakeFirstOrThrow();
    await queue(clienteId, 'PEDIR_RESENA', { solicitud: id });
    return clienteId;
  },
  ENLACE_PORTAL: async () => {
    const clienteId = await buildCliente(app);
    await queue(clienteId, 'ENLACE_PORTAL', {});
    return clienteId;
  },
  CONFIRMAR_NEWSLETTER: async () => {
    const clienteId = await buildCliente(app);
    const { db, now } = app.services.deps;
    const { email } = await db
      .selectFrom('cliente')
      .select((eb) => eb.ref('email').$notNull().as('email'))
      .where('id', '=', clienteId)
      .executeTakeFirstOrThrow();
    const { id } = await db
      .insertInto('suscripcion')
      .values({ email, texto: 'Acepto', textoVersion: 1, canal: 'WEB' })
      .returning('id')
      .executeTakeFirstOrThrow();
    await transaction(db, (trx) =>
      queueEmailTo(trx, jobCtx(now(), 'test'), {
        automatico: 'CONFIRMAR_NEWSLETTER',
        email,
        referencia: { suscripcion: id },
        causa: String(id),
      }),
    );
    return clienteId;
  },
  BIENVENIDA: async () => {
    const clienteId = await buildCliente(app);
    await queue(clienteId, 'BIENVENIDA', {});
    return clienteId;
  },
};

async function remind(clave: ClaveAutomatico): Promise<number> {
  const clienteId = await buildCliente(app);
  const { id: taller, iniciaEn } = await buildTaller(app);
  await app.services.deps.db
    .updateTable('taller')
    .set({ lugar: null, zona: 'Etc/UTC' })
    .where('id', '=', taller)
    .execute();
  const { lineas } = await buildVenta(app, taller, { clienteId });
  const inscripcion = lineas[0]?.id ?? 0;
  await queue(clienteId, clave, { inscripcion, taller, fecha: iniciaEn.slice(0, 10) });
  return clienteId;
}

describe('every variable that may be written', () => {
  it.each(claveAutomatico.options)('has a value in a real %s', async (clave) => {
    const clienteId = await causas[clave]();
    const fila = (await readCorreos(app, clienteId)).findLast((row) => row.automatico === clave);
    if (!fila) throw new Error('nothing was queued');
    const carta = await armarCorreo(app, fila);
    expect(carta).toMatchObject({ asunto: 'Todas' });
    const { texto } = carta as { texto: string };
    for (const { nombre } of variablesDeAutomatico(clave)) {
      expect(texto).toContain(`${nombre}=`);
    }
  });
});
