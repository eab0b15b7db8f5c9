import { describe, expect, it } from 'vitest';
import {
  type ClaseEvento,
  type Evento,
  listBitacoraCliente,
  listBitacoraEmpresa,
} from '#contract/bitacora.ts';
import { anularCobro, createReembolso } from '#contract/cobros.ts';
import { createEmpresa } from '#contract/empresas.ts';
import { createInteraccion } from '#contract/interacciones.ts';
import type { Rol } from '#contract/permisos.ts';
import { createVenta } from '#contract/ventas.ts';
import { testApp } from '#tests/support/app.ts';
import { buildCliente, buildTaller, buildVenta } from '#tests/support/builders.ts';
import { buildFicha, expectRefusal } from '#tests/support/clientes.ts';

const app = testApp();
type Query = {
  clase?: ClaseEvento[];
  desde?: string;
  hasta?: string;
  limite?: number;
  cursor?: string;
};

const timeline = async (id: number, query: Query = {}, rol: Rol = 'ADMIN') =>
  (await app.as(rol)).ok(listBitacoraCliente, { params: { id }, query });
const told = (items: Evento[]) => items.map(({ tipo, titulo }) => `${tipo}: ${titulo}`);
const at = (hour: number) => new Date(Date.UTC(2026, 2, 10, hour)).toISOString();

async function emailOf(clienteId: number): Promise<string> {
  const { email } = await app.services.deps.db
    .selectFrom('cliente')
    .select((eb) => eb.ref('email').$notNull().as('email'))
    .where('id', '=', clienteId)
    .executeTakeFirstOrThrow();
  return email;
}

/** Rows of every source but sales, an hour apart, as the features write them. */
async function liveThrough(clienteId: number): Promise<{ tallerId: number }> {
  const { db } = app.services.deps;
  const email = await emailOf(clienteId);
  const { id: tallerId } = await buildTaller(app, { titulo: 'Torno' });
  const { id: inscripcionId } = (await buildVenta(app, tallerId, { clienteId, cantidad: 3 }))
    .lineas[0] ?? { id: 0 };
  await db
    .updateTable('clienteEstado')
    .set({ creadoEn: at(0) })
    .execute();
  const mail = { comercial: false, clienteId, email, tipo: 'TRANSACCIONAL' as const };
  await db.deleteFrom('emailLog').execute();
  const { id: campanaId } = await db
    .insertInto('campana')
    .values({ nombre: 'Otoño', tipo: 'OFERTA', estado: 'ENVIANDO', audiencia: '{}' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const offer = { ...mail, tipo: 'OFERTA' as const, comercial: true, campanaId };
  await db
    .insertInto('emailLog')
    .values([{ ...offer, estado: 'ENVIADO', enviadoEn: at(2), asunto: 'Ofertas', clicEn: at(3) }])
    .execute();
  const { id: otra } = await db
    .insertInto('campana')
    .values({ nombre: 'Invierno', tipo: 'OFERTA', estado: 'ENVIANDO', audiencia: '{}' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('emailLog')
    .values({ ...offer, campanaId: otra, estado: 'EN_COLA', creadoEn: at(3) })
    .execute();
  await db
    .insertInto('emailLog')
    .values({ ...mail, automatico: 'BIENVENIDA', creadoEn: at(4) })
    .execute();
  await db
    .insertInto('consentimiento')
    .values({
      clienteId,
      email,
      finalidad: 'NEWSLETTER',
      accion: 'OTORGADO',
      texto: 'Acepto',
      textoVersion: 1,
      canal: 'WEB',
      creadoEn: at(5),
    })
    .execute();
  await db
    .insertInto('supresion')
    .values({ email, motivo: 'BAJA', creadoEn: at(6) })
    .execute();
  const seat = { inscripcionId, via: 'LISTA' as const, marcadaEn: at(7) };
  await db
    .insertInto('asistencia')
    .values([
      { ...seat, puesto: 1, estado: 'PRESENTE' },
      { ...seat, puesto: 2, estado: 'PRESENTE' },
      { ...seat, puesto: 3, estado: 'AUSENTE' },
    ])
    .execute();
  await db
    .insertInto('resena')
    .values({ clienteId, tallerId, estrellas: 5, comentario: '¡Linda!', creadoEn: at(8) })
    .execute();
  const { id: lleno } = await buildTaller(app, { titulo: 'Raku' });
  await db
    .insertInto('espera')
    .values({
      codigo: `E-${clienteId}`,
      tallerId: lleno,
      clienteId,
      cantidad: 2,
      canal: 'WEB',
      estado: 'VENCIDA',
      creadoEn: at(9),
      ofrecidaEn: at(10),
      ofertaVenceEn: at(11),
      resueltaEn: at(11),
    })
    .execute();
  await db
    .insertInto('fusion')
    .values({
      principalId: clienteId,
      absorbidoId: 999_999,
      nombre: 'Mary Muñoz',
      datos: '{}',
      creadoEn: at(12),
    })
    .execute();
  return { tallerId };
}

describe('the timeline of a person', () => {
  it('tells everything, the newest first', async () => {
    const clienteId = await buildCliente(app);
    const { tallerId } = await liveThrough(clienteId);
    const { items, siguiente } = await timeline(clienteId, { hasta: '2026-03-10' });
    expect(siguiente).toBeNull();
    expect(told(items)).toEqual([
      'FUSION: Se unió a esta ficha la de Mary Muñoz',
      'ESPERA_VENCIDA: Dejó pasar el cupo que se le ofreció en Raku',
      'ESPERA_OFRECIDA: Se le ofreció un cupo en Raku',
      'ESPERA_ESPERANDO: Entró a la lista de espera de Raku',
      'RESENA_PENDIENTE: Reseñó con 5 estrellas: Torno',
      'ASISTIO: Asistió a Torno',
      'SUPRESION_BAJA: Pidió no recibir más novedades',
      'CONSENTIMIENTO_OTORGADO: Aceptó recibir novedades',
      'EMAIL_EN_COLA: Correo por enviar · Bienvenida',
      'EMAIL_ENVIADO: Correo enviado · Ofertas',
      'ESTADO: Pasó de Lead a Prospecto',
      'ESTADO: Llegó como Lead',
    ]);
    const [, , , espera, resena, asistencia, , permiso, , email] = items;
    expect(espera).toMatchObject({ clase: 'ESPERA', en: at(9), detalle: '2 cupos' });
    expect(resena).toMatchObject({
      detalle: 'Por revisar · ¡Linda!',
      destino: { tipo: 'RESENA' },
    });
    expect(asistencia).toMatchObject({
      detalle: '2 de 3 cupos',
      destino: { tipo: 'TALLER', id: tallerId },
    });
    expect(permiso?.detalle).toContain('En un formulario de la web');
    expect(email).toMatchObject({ detalle: 'Campaña Otoño · hizo clic', cliente: null });
    expect(new Set(items.map((one) => one.id)).size).toBe(items.length);
  });

  it('tells sales, what was annulled, and money both ways', async () => {
    const clienteId = await buildCliente(app);
    const ventas = await app.as('VENTAS');
    const { id } = await buildTaller(app, { titulo: 'Esmaltes', precio: 10_000 });
    const venta = await buildVenta(app, id, { clienteId, cantidad: 2, pago: 15_000 });
    const params = { id: venta.id };
    await ventas.ok(anularCobro, { params, body: { motivo: 'Se enfermó' } });
    const body = { monto: 5_000, medio: 'EFECTIVO', nota: 'En sobre' } as const;
    await ventas.ok(createReembolso, { params, body });
    const { items } = await timeline(clienteId, { clase: ['VENTAS', 'PAGOS'] });
    expect(items).toMatchObject([
      {
        tipo: 'REEMBOLSO',
        titulo: 'Reembolso · Efectivo',
        detalle: `${venta.codigo} · En sobre`,
        monto: -5_000,
      },
      {
        tipo: 'LINEA_ANULADA',
        titulo: 'Se anuló: Esmaltes',
        detalle: `${venta.codigo} · Se enfermó`,
        monto: null,
      },
      { tipo: 'PAGO', titulo: 'Pagó · Transferencia', monto: 15_000 },
      {
        tipo: 'VENTA',
        titulo: 'Compró: 2 × Esmaltes',
        detalle: venta.codigo,
        monto: 20_000,
        usuario: 'Persona VENTAS',
        destino: { tipo: 'COBRO', id: venta.id },
      },
    ]);
  });

  it('carries a contact whole', async () => {
    const clienteId = await buildCliente(app);
    const made = await (await app.as('SOPORTE')).ok(createInteraccion, {
      body: { clienteId, tipo: 'LLAMADA', resumen: 'Quiere pagar', detalle: 'El lunes' },
    });
    const { items } = await timeline(clienteId, { clase: ['CONTACTOS'] }, 'SOPORTE');
    expect(items).toEqual([
      {
        id: `interaccion-${made.id}`,
        clase: 'CONTACTOS',
        tipo: 'LLAMADA',
        en: made.fecha,
        titulo: 'Llamada: Quiere pagar',
        detalle: 'El lunes',
        monto: null,
        usuario: 'Persona SOPORTE',
        cliente: null,
        destino: null,
        interaccion: made,
      },
    ]);
  });

  it('says nothing of money to who may not see it, even when asked', async () => {
    const clienteId = await buildCliente(app);
    const { id } = await buildTaller(app);
    await buildVenta(app, id, { clienteId, pago: 1_000 });
    for (const rol of ['MARKETING', 'SOPORTE'] as const) {
      const all = await timeline(clienteId, {}, rol);
      const clases = new Set(all.items.map((one) => one.clase));
      expect([...clases].sort()).toEqual(['CORREOS', 'ESTADO']);
      const asked = await timeline(clienteId, { clase: ['VENTAS', 'PAGOS'] }, rol);
      expect(asked).toEqual({ items: [], siguiente: null });
    }
  });

  it('is narrowed by local days', async () => {
    const { db } = app.services.deps;
    const clienteId = await buildCliente(app);
    // The 9th of March, 23:59 in Santiago, and the first moment of the 10th.
    for (const fecha of ['2026-03-10T02:59:00Z', '2026-03-10T03:00:00Z', '2026-03-11T02:59:59Z']) {
      await db
        .insertInto('interaccion')
        .values({ clienteId, tipo: 'NOTA', resumen: fecha, fecha })
        .execute();
    }
    const { items } = await timeline(clienteId, { desde: '2026-03-10', hasta: '2026-03-10' });
    expect(items.map((one) => one.interaccion?.resumen)).toEqual([
      '2026-03-11T02:59:59Z',
      '2026-03-10T03:00:00Z',
    ]);
  });

  it('comes page by page, each event once, also those of one moment', async () => {
    const { db } = app.services.deps;
    const clienteId = await buildCliente(app);
    await liveThrough(clienteId);
    const notes = Array.from({ length: 40 }, (_, i) => ({
      clienteId,
      tipo: 'NOTA' as const,
      resumen: `Nota ${i}`,
      fecha: at(i % 3),
    }));
    await db.insertInto('interaccion').values(notes).execute();
    const states = notes.map(({ fecha }) => ({
      clienteId,
      de: 'LEAD' as const,
      a: 'PROSPECTO' as const,
      causa: 'MANUAL',
      creadoEn: fecha,
    }));
    await db.insertInto('clienteEstado').values(states).execute();
    const whole = await timeline(clienteId, { limite: 100 });
    expect(whole.items.length).toBeGreaterThan(90);
    const seen: Evento[] = [];
    let cursor: string | undefined;
    do {
      const page = await timeline(clienteId, { limite: 7, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items);
      cursor = page.siguiente ?? undefined;
    } while (cursor);
    expect(seen).toEqual(whole.items);
    const instants = seen.map((one) => one.en);
    expect(instants).toEqual(instants.toSorted().reverse());
  });

  it('knows whom it does not know, and its own cursors', async () => {
    const admin = await app.as('ADMIN');
    const reply = await admin.call(listBitacoraCliente, { params: { id: 999_999_999 } });
    expectRefusal(reply, 'NO_ENCONTRADO', []);
    const params = { id: await buildCliente(app) };
    const foreign = Buffer.from('["bitacora","2026-01-01T00:00:00.000Z",99,1]').toString(
      'base64url',
    );
    const query = { cursor: foreign };
    const refused = await admin.call(listBitacoraCliente, { params, query });
    expectRefusal(refused, 'CURSOR_INVALIDO', ['cursor']);
  });
});

describe('the timeline of a company', () => {
  it('is that of its contacts, and of what it pays for others, each once', async () => {
    const ventas = await app.as('VENTAS');
    const empresa = await ventas.ok(createEmpresa, { body: { razonSocial: 'Barro SpA' } });
    const { id: tallerId } = await buildTaller(app, { titulo: 'Gres' });
    const contact = async (nombres: string) =>
      (await buildFicha(app, { tipo: 'B2B', empresaId: empresa.id, nombres })).id;
    const [ana, luz] = [await contact('Ana'), await contact('Luz')];
    const outsider = await buildCliente(app);
    const sell = async (clienteId: number, charged: boolean) => {
      const cobro = await ventas.ok(createVenta, {
        body: {
          clienteId,
          lineas: [{ tipo: 'TALLER', tallerId, cantidad: 1 }],
          pago: { monto: 1_000, medio: 'EFECTIVO' },
        },
      });
      const { db } = app.services.deps;
      await db
        .updateTable('cobro')
        .set({ empresaId: charged ? empresa.id : null })
        .where('id', '=', cobro.id)
        .execute();
      return cobro.id;
    };
    const [own, charged, foreign] = [
      await sell(ana, false),
      await sell(luz, true),
      await sell(outsider, true),
    ];
    await sell(await buildCliente(app), false);
    const read = async (query: Query, rol: Rol = 'ADMIN') =>
      (await app.as(rol)).ok(listBitacoraEmpresa, { params: { id: empresa.id }, query });
    const { items } = await read({ clase: ['VENTAS', 'PAGOS'] });
    const sales = items.filter((one) => one.tipo === 'VENTA');
    expect(sales.map((one) => one.destino?.id)).toEqual([foreign, charged, own]);
    expect(sales.map((one) => one.cliente?.id)).toEqual([outsider, luz, ana]);
    expect(sales[1]?.detalle).toContain('a cargo de Barro SpA');
    expect(items.filter((one) => one.tipo === 'PAGO')).toHaveLength(3);

    const whole = (await read({})).items;
    const people = new Set(whole.map((one) => one.cliente?.id));
    expect([...people].sort()).toEqual([ana, luz, outsider].sort());
    // Of the one who is no contact, only what the company pays.
    const ofOutsider = whole.filter((one) => one.cliente?.id === outsider);
    expect(ofOutsider.map((one) => one.tipo).sort()).toEqual(['PAGO', 'VENTA']);
    const seen: Evento[] = [];
    let cursor: string | undefined;
    do {
      const page = await read({ limite: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items);
      cursor = page.siguiente ?? undefined;
    } while (cursor);
    expect(seen).toEqual(whole);
    expect((await read({}, 'SOPORTE')).items.some((one) => one.monto !== null)).toBe(false);
  });

  it('of none is not found', async () => {
    const params = { id: 999_999_999 };
    const reply = await (await app.as('ADMIN')).call(listBitacoraEmpresa, { params });
    expectRefusal(reply, 'NO_ENCONTRADO', []);
  });
});
