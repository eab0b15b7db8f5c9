import { describe, expect, it } from 'vitest';
import { type Resultado, search } from '#contract/busqueda.ts';
import type { Rol } from '#contract/permisos.ts';
import { testApp } from '#tests/support/app.ts';
import { buildCurso, buildProducto, buildTaller, buildVenta } from '#tests/support/builders.ts';

const app = testApp();

async function find(q: string, rol: Rol = 'VENTAS'): Promise<Resultado[]> {
  return (await (await app.as(rol)).ok(search, { query: { q } })).items;
}
const ofType = (items: Resultado[], tipo: Resultado['tipo']) =>
  items.filter((i) => i.tipo === tipo);

async function person(values: { nombres: string; apellidos: string; email?: string }) {
  const { db } = app.services.deps;
  return db
    .insertInto('cliente')
    .values({
      tipo: 'B2C',
      origen: 'WEB',
      telefono: '+56987654321',
      rut: null,
      email: null,
      ...values,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
}

describe('a person', () => {
  it('is found without accents, by parts of words in any order, and by email', async () => {
    const { id } = await person({
      nombres: 'María José',
      apellidos: 'Muñoz Ibáñez',
      email: 'mj.munoz@correo.cl',
    });
    for (const q of ['munoz', 'MUÑOZ', 'ibañ', 'jose muñ', 'mj.munoz@', 'ñoz mar']) {
      expect(ofType(await find(q), 'CLIENTE'), q).toEqual([
        {
          tipo: 'CLIENTE',
          id,
          titulo: 'María José Muñoz Ibáñez',
          detalle: 'mj.munoz@correo.cl · +56 9 8765 4321',
        },
      ]);
    }
    expect(await find('munoz perez')).toEqual([]);
  });

  it('is found by phone and RUT however they are written', async () => {
    const { db } = app.services.deps;
    const { id } = await person({ nombres: 'Ana', apellidos: 'Pérez' });
    await db
      .updateTable('cliente')
      .set({ telefono: '+56911223344', rut: '11111111-1' })
      .where('id', '=', id)
      .execute();
    for (const q of ['9 1122 3344', '+56 9 1122-3344', '1122334', '11.111.111-1', '111111111']) {
      expect(
        ofType(await find(q), 'CLIENTE').map((i) => i.id),
        q,
      ).toEqual([id]);
    }
  });

  it('with wildcards in the question is not everybody', async () => {
    await person({ nombres: 'Luz', apellidos: 'Soto' });
    for (const q of ['%%', '__', '\\\\', "'; drop table cliente; --"]) {
      expect(await find(q), q).toEqual([]);
    }
  });
});

describe('a company', () => {
  it('is found by either name and by RUT', async () => {
    const { id } = await app.services.deps.db
      .insertInto('empresa')
      .values({ razonSocial: 'Viña Ñuñoa SpA', nombreFantasia: 'La Viñita', rut: '76192083-9' })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const q of ['nunoa spa', 'viñita', '76.192.083-9']) {
      expect(ofType(await find(q), 'EMPRESA'), q).toEqual([
        {
          tipo: 'EMPRESA',
          id,
          titulo: 'Viña Ñuñoa SpA',
          detalle: 'La Viñita · 76.192.083-9',
        },
      ]);
    }
  });
});

describe('a taller', () => {
  it('comes with its date, those ahead before the past, the nearest first', async () => {
    const titulo = 'Encuadernación japonesa';
    const far = await buildTaller(app, { titulo, dias: 40 });
    const near = await buildTaller(app, { titulo, dias: 3, publicar: false });
    const past = await buildTaller(app, { titulo, dias: 1 });
    await app.services.deps.db
      .updateTable('taller')
      .set({ iniciaEn: '2024-05-11T15:00:00Z', terminaEn: '2024-05-11T18:00:00Z' })
      .where('id', '=', past.id)
      .execute();
    const items = ofType(await find('encuadernacion jap'), 'TALLER');
    expect(items.map((item) => item.id)).toEqual([near.id, far.id, past.id]);
    expect(items[0]?.detalle).toMatch(/ · borrador$/);
    expect(items[2]).toMatchObject({ titulo, detalle: 'sábado 11 de mayo de 2024, 11:00' });
  });
});

describe('a course and a kit', () => {
  it('are found by title, and the kit by its SKU, with what is left of it', async () => {
    const curso = await buildCurso(app);
    const kit = await buildProducto(app, { stock: 1 });
    const cursos = ofType(await find(curso.titulo), 'CURSO');
    expect(cursos).toEqual([{ tipo: 'CURSO', id: curso.id, titulo: curso.titulo, detalle: null }]);
    for (const q of [kit.nombre, kit.sku.toLowerCase()]) {
      expect(ofType(await find(q), 'PRODUCTO')[0], q).toEqual({
        tipo: 'PRODUCTO',
        id: kit.id,
        titulo: kit.nombre,
        detalle: `${kit.sku} · queda 1`,
      });
    }
  });
});

describe('a sale', () => {
  it('is found by its reference, whole or begun, in any case', async () => {
    const { id: tallerId } = await buildTaller(app);
    const venta = await buildVenta(app, tallerId, { pago: 15_000 });
    const { codigo } = venta;
    const forms = [codigo, codigo.toLowerCase(), codigo.replace('-', ''), codigo.slice(0, 6)];
    for (const q of forms) {
      const items = ofType(await find(q), 'COBRO');
      expect(
        items.map((item) => item.id),
        q,
      ).toEqual([venta.id]);
      expect(items[0]?.titulo).toBe(codigo);
      expect(items[0]?.detalle).toMatch(/^María José Muñoz \d+ · abonado · debe \$25\.000$/);
    }
  });
});

describe('the palette', () => {
  it('gives nothing for less than two characters', async () => {
    await person({ nombres: 'Eva', apellidos: 'Aa' });
    expect(await find('a')).toEqual([]);
    expect(await find(' ')).toEqual([]);
    expect((await find('ev')).length).toBeGreaterThan(0);
  });

  it('gives at most five of each kind', async () => {
    for (let i = 0; i < 7; i += 1) await person({ nombres: 'Repetida', apellidos: `Soto ${i}` });
    expect(ofType(await find('repetida'), 'CLIENTE')).toHaveLength(5);
  });

  it('shows sales only to who may see them', async () => {
    const { id: tallerId } = await buildTaller(app);
    const { codigo } = await buildVenta(app, tallerId);
    expect(ofType(await find(codigo, 'ADMIN'), 'COBRO')).toHaveLength(1);
    for (const rol of ['MARKETING', 'SOPORTE'] as const) {
      expect(ofType(await find(codigo, rol), 'COBRO')).toEqual([]);
      expect(ofType(await find('repetida', rol), 'CLIENTE').length).toBeGreaterThan(0);
    }
  });

  it('refuses a question that is too long or has control characters', async () => {
    const user = await app.as('SOPORTE');
    for (const q of ['x'.repeat(121), 'a\u0000b']) {
      const reply = await user.call(search, { query: { q } });
      expect(reply.status).toBe(422);
      expect(reply.problem.errores).toEqual([expect.objectContaining({ campo: 'q' })]);
    }
  });
});
