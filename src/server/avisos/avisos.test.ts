import { describe, expect, it } from 'vitest';
import * as contract from '#contract/avisos.ts';
import { jobCtx } from '#server/core/context.ts';
import { transaction } from '#server/core/db/transaction.ts';
import { testApp } from '#tests/support/app.ts';
import { buildCliente, inDays } from '#tests/support/builders.ts';
import { type NuevoAviso, prepareAviso } from './prepareAviso.ts';

const app = testApp();
let counter = 0;

async function buildAviso(extra: Partial<NuevoAviso> = {}): Promise<number> {
  counter += 1;
  const clienteId = extra.clienteId ?? (await buildCliente(app));
  const { db, now } = app.services.deps;
  return transaction(db, (trx) =>
    prepareAviso(trx, jobCtx(now(), 'test'), {
      tipo: 'OFERTA_CUPO',
      referencia: `espera:${counter}`,
      asunto: 'Se liberó un cupo',
      texto: 'Hola, se liberó un cupo para ti.',
      enlace: '/espera/ABCD-2345',
      ...extra,
      clienteId,
    }),
  );
}

async function pending(query: Record<string, unknown> = {}) {
  const soporte = await app.as('SOPORTE');
  return soporte.ok(contract.listAvisos, { query: { limite: 100, ...query } });
}

describe('a prepared message', () => {
  it('waits with its link in full, is sent once by whom, and then is no longer to send', async () => {
    const soporte = await app.as('SOPORTE');
    const ventas = await app.as('VENTAS');
    const id = await buildAviso();
    const texto = `Hola, se liberó un cupo para ti.\n${app.services.deps.config.publicUrl}/espera/ABCD-2345`;
    const before = (await pending()).items.find((a) => a.id === id);
    expect(before).toMatchObject({ texto, enviadoEn: null, puede: { enviar: true } });

    const sent = await soporte.ok(contract.sendAviso, { params: { id } });
    expect(sent).toMatchObject({ texto, enviadoPor: 'Persona SOPORTE', puede: { enviar: false } });
    expect(sent.enviadoEn).not.toBeNull();
    const again = await ventas.ok(contract.sendAviso, { params: { id } });
    expect(again, 'the same answer, by the first one').toEqual(sent);
    expect((await pending()).items.map((a) => a.id)).not.toContain(id);
    const { items } = await soporte.ok(contract.listAvisos, { query: { estado: 'ENVIADOS' } });
    expect(items[0]?.id).toBe(id);
  });

  it('prepared again for the same thing takes the new words and waits again', async () => {
    const soporte = await app.as('SOPORTE');
    const clienteId = await buildCliente(app);
    const given = { clienteId, tipo: 'PEDIR_RESENA', referencia: 'resena:77' } as const;
    const id = await buildAviso(given);
    await soporte.ok(contract.sendAviso, { params: { id } });
    expect(await buildAviso({ ...given, texto: '¿Qué te pareció?', enlace: '/r/x' })).toBe(id);
    const { items } = await pending({ cliente: clienteId });
    expect(items).toMatchObject([{ id, enviadoEn: null, enviadoPor: null }]);
    expect(items[0]?.texto).toContain('¿Qué te pareció?');
    await soporte.ok(contract.discardAviso, { params: { id } });
    await buildAviso(given);
    expect((await pending({ cliente: clienteId })).total).toBe(1);
  });

  it('is no longer to send once it expired', async () => {
    const soporte = await app.as('SOPORTE');
    const id = await buildAviso({ venceEn: inDays(1) });
    expect((await pending()).items.map((a) => a.id)).toContain(id);
    app.setNow(new Date(inDays(1.01)));
    expect((await pending()).items.map((a) => a.id)).not.toContain(id);
    const { problem } = await soporte.call(contract.sendAviso, { params: { id } });
    expect(problem).toMatchObject({ status: 409, code: 'ESTADO_NO_PERMITE' });
  });

  it('is discarded, also twice, but not once it was sent', async () => {
    const soporte = await app.as('SOPORTE');
    const id = await buildAviso();
    await soporte.ok(contract.discardAviso, { params: { id } });
    await soporte.ok(contract.discardAviso, { params: { id } });
    expect((await pending()).items.map((a) => a.id)).not.toContain(id);
    const refused = await soporte.call(contract.sendAviso, { params: { id } });
    expect(refused.problem.code).toBe('ESTADO_NO_PERMITE');
    const sent = await buildAviso();
    await soporte.ok(contract.sendAviso, { params: { id: sent } });
    const late = await soporte.call(contract.discardAviso, { params: { id: sent } });
    expect(late.problem.code).toBe('ESTADO_NO_PERMITE');
    const unknown = await soporte.call(contract.discardAviso, { params: { id: 999_999 } });
    expect(unknown.problem.code).toBe('NO_ENCONTRADO');
  });

  it('sent by twenty at once is sent by one', async () => {
    const soporte = await app.as('SOPORTE');
    const id = await buildAviso();
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => soporte.call(contract.sendAviso, { params: { id } })),
    );
    expect(new Set(replies.map((r) => r.body.enviadoEn)).size).toBe(1);
    const { db } = app.services.deps;
    const { clienteId } = await db
      .selectFrom('aviso')
      .select('clienteId')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const rows = await db
      .selectFrom('auditoria')
      .select('id')
      .where('accion', '=', 'ENVIAR_AVISO')
      .where('entidadId', '=', String(clienteId))
      .execute();
    expect(rows).toHaveLength(1);
  });

  it('is read by marketing but not sent by it, nor is the link that acts for the person', async () => {
    const marketing = await app.as('MARKETING');
    const id = await buildAviso();
    const { items } = await marketing.ok(contract.listAvisos, { query: { limite: 100 } });
    const shown = items.find((a) => a.id === id);
    expect(shown?.puede.enviar).toBe(false);
    expect(shown?.texto).toBe('Hola, se liberó un cupo para ti.');
    const { problem } = await marketing.call(contract.sendAviso, { params: { id } });
    expect(problem.code).toBe('SIN_PERMISO');
  });
});

describe('the lists', () => {
  it('page once over each, the newest first, and refuse the cursor of the other', async () => {
    const soporte = await app.as('SOPORTE');
    const clienteId = await buildCliente(app);
    const made: number[] = [];
    for (let i = 0; i < 5; i += 1) made.push(await buildAviso({ clienteId }));
    const walk = async (estado: 'POR_ENVIAR' | 'ENVIADOS') => {
      const seen: number[] = [];
      let cursor: string | undefined;
      let last: string | undefined;
      do {
        const page = await pending({ cliente: clienteId, estado, limite: 2, cursor });
        expect(page.total).toBe(5);
        seen.push(...page.items.map((a) => a.id));
        last = page.siguiente ?? last;
        cursor = page.siguiente ?? undefined;
      } while (cursor);
      return { seen, last };
    };
    const { seen, last } = await walk('POR_ENVIAR');
    expect(seen).toEqual(made.toReversed());
    const wrong = await soporte.call(contract.listAvisos, {
      query: { estado: 'ENVIADOS', cursor: last },
    });
    expect(wrong.problem.code).toBe('CURSOR_INVALIDO');
    for (const id of made) await soporte.ok(contract.sendAviso, { params: { id } });
    expect((await walk('ENVIADOS')).seen).toEqual(made.toReversed());
    expect((await pending({ cliente: clienteId, tipo: ['PEDIR_RESENA'] })).total).toBe(0);
  });
});

describe('a link to the portal', () => {
  const token = (texto: string) => /\/mi\/entrar\/(\S+)$/.exec(texto)?.[1];

  it('is made when its message is sent, a new one each time, and never listed', async () => {
    const soporte = await app.as('SOPORTE');
    const clienteId = await buildCliente(app);
    const id = await buildAviso({
      tipo: 'ENLACE_PORTAL',
      clienteId,
      referencia: String(clienteId),
      enlace: null,
    });
    const listed = (await pending({ cliente: clienteId })).items[0];
    expect(listed?.texto).not.toContain('http');
    const sent = await soporte.ok(contract.sendAviso, { params: { id } });
    expect(token(sent.texto)).toMatch(/^[\w-]{20,}$/);
    const again = await soporte.ok(contract.sendAviso, { params: { id } });
    expect(token(again.texto)).not.toBe(token(sent.texto));
    const { items } = await soporte.ok(contract.listAvisos, {
      query: { estado: 'ENVIADOS', cliente: clienteId },
    });
    expect(items[0]?.texto).not.toContain('http');
  });

  it('is made by staff for who has an email, told whole, and stays out of the audit', async () => {
    const soporte = await app.as('SOPORTE');
    const id = await buildCliente(app);
    const made = await soporte.ok(contract.createEnlacePortal, { params: { id } });
    expect(made.texto.endsWith(`\n${made.url}`)).toBe(true);
    expect(made.url.startsWith(`${app.services.deps.config.publicUrl}/mi/entrar/`)).toBe(true);
    expect(Date.parse(made.venceEn)).toBeGreaterThan(Date.now() + 23 * 3_600_000);
    const { db } = app.services.deps;
    const rows = await db
      .selectFrom('auditoria')
      .selectAll()
      .where('entidadId', '=', String(id))
      .where('accion', '=', 'CREAR_ENLACE')
      .execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token(made.texto));
  });

  it('is refused without an email, for the staff, and for nobody', async () => {
    const soporte = await app.as('SOPORTE');
    const { db } = app.services.deps;
    const create = (id: number) => soporte.call(contract.createEnlacePortal, { params: { id } });
    const bare = await buildCliente(app);
    const values = { email: null, telefono: '+56987654321' };
    await db.updateTable('cliente').set(values).where('id', '=', bare).execute();
    expect((await create(bare)).problem).toMatchObject({ status: 409, code: 'ESTADO_NO_PERMITE' });
    const colleague = await buildCliente(app);
    const email = 'soporte@prueba.cl';
    await db.updateTable('cliente').set({ email }).where('id', '=', colleague).execute();
    expect((await create(colleague)).problem.code).toBe('ESTADO_NO_PERMITE');
    expect((await create(999_999)).problem.code).toBe('NO_ENCONTRADO');
  });
});
