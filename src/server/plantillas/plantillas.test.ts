import { describe, expect, it } from 'vitest';
import { listAuditoria } from '#contract/auditoria.ts';
import {
  archivePlantilla,
  createPlantilla,
  getPlantilla,
  listPlantillas,
  listPlantillaVersiones,
  listVariables,
  updatePlantilla,
} from '#contract/plantillas.ts';
import { testApp } from '#tests/support/app.ts';

const app = testApp();

let n = 0;
const campos = (cambios: Partial<{ nombre: string; asunto: string; cuerpo: string }> = {}) => {
  n += 1;
  return {
    nombre: `Plantilla ${n}`,
    tipo: 'OFERTA' as const,
    asunto: 'Hola {{ cliente.nombres | default: "hola" }}',
    preheader: 'Ven a {{ taller.titulo }}',
    cuerpo: '<p>Te esperamos, {{ cliente.nombres }}.</p>',
    ...cambios,
  };
};

describe('writing a plantilla', () => {
  it('keeps what was written and shows it', async () => {
    const marketing = await app.as('MARKETING');
    const body = campos();
    const creada = await marketing.ok(createPlantilla, { body });
    expect(creada).toMatchObject({ ...body, numero: 1, campanas: 0, version: 1 });
    expect(creada.puede.editar).toBe(true);
    const ventas = await app.as('VENTAS');
    const leida = await ventas.ok(getPlantilla, { params: { id: creada.id } });
    expect(leida.cuerpo).toBe(body.cuerpo);
    expect(leida.puede.editar).toBe(false);
  });

  it('makes one plantilla of a repeated request', async () => {
    const marketing = await app.as('MARKETING');
    const body = campos();
    const idempotencyKey = crypto.randomUUID();
    const first = await marketing.ok(createPlantilla, { body, idempotencyKey });
    const second = await marketing.ok(createPlantilla, { body, idempotencyKey });
    expect(second.id).toBe(first.id);
  });

  it('refuses broken Liquid, unknown variables and the insides of the engine, naming each field', async () => {
    const marketing = await app.as('MARKETING');
    const refused = async (cambios: Parameters<typeof campos>[0]) => {
      const reply = await marketing.call(createPlantilla, { body: campos(cambios) });
      expect(reply.status).toBe(422);
      return reply.problem.errores;
    };
    expect(await refused({ asunto: 'Hola {{ cliente.nombre' })).toMatchObject([
      { campo: 'asunto' },
    ]);
    expect(await refused({ cuerpo: '<p>{{ cliente.nombrs }}</p>' })).toMatchObject([
      { campo: 'cuerpo', mensaje: expect.stringContaining('cliente.nombrs') },
    ]);
    expect(await refused({ cuerpo: '<p>{{ constructor }}</p>' })).toMatchObject([
      { campo: 'cuerpo' },
    ]);
    expect(
      await refused({
        asunto: '{{ nada }}',
        cuerpo: '<p>{% for i in (1..100000000) %}x{% endfor %}</p>',
      }),
    ).toMatchObject([{ campo: 'asunto' }, { campo: 'cuerpo' }]);
    expect(await refused({ cuerpo: '<p><a href="javascript:alert(1)">Ven</a></p>' })).toMatchObject(
      [{ campo: 'cuerpo' }],
    );
  });

  it('cleans what a message may not hold', async () => {
    const marketing = await app.as('MARKETING');
    const cuerpo =
      '<p onclick="x()">Hola</p><script>alert(1)</script><style>p{}</style><img src="https://ajena.cl/a.png">';
    const { cuerpo: kept } = await marketing.ok(createPlantilla, { body: campos({ cuerpo }) });
    expect(kept).toContain('<p>Hola</p>');
    expect(kept).not.toMatch(/onclick|script|style|ajena/);
  });

  it('refuses a name in use, accents and case aside, but not that of one put away', async () => {
    const marketing = await app.as('MARKETING');
    const primera = await marketing.ok(createPlantilla, {
      body: campos({ nombre: 'Oferta Gres' }),
    });
    const again = await marketing.call(createPlantilla, {
      body: campos({ nombre: 'OFÉRTA gres' }),
    });
    expect(again.problem).toMatchObject({
      code: 'NOMBRE_DUPLICADO',
      errores: [{ campo: 'nombre' }],
    });
    const { version } = await marketing.ok(archivePlantilla, {
      params: { id: primera.id },
      body: { archivada: true, version: primera.version },
    });
    await marketing.ok(createPlantilla, { body: campos({ nombre: 'Oferta gres' }) });
    const back = await marketing.call(archivePlantilla, {
      params: { id: primera.id },
      body: { archivada: false, version },
    });
    expect(back.problem.code).toBe('NOMBRE_DUPLICADO');
  });
});

describe('changing a plantilla', () => {
  it('adds a version only when its content changed, and keeps those before it', async () => {
    const marketing = await app.as('MARKETING');
    const { id, version } = await marketing.ok(createPlantilla, { body: campos() });
    const params = { id };
    const renamed = await marketing.ok(updatePlantilla, {
      params,
      body: { nombre: `Otro nombre ${id}`, version },
    });
    expect(renamed).toMatchObject({ nombre: `Otro nombre ${id}`, numero: 1, version: 2 });
    const changed = await marketing.ok(updatePlantilla, {
      params,
      body: { cuerpo: '<p>Otra cosa</p>', version: 2 },
    });
    expect(changed).toMatchObject({ cuerpo: '<p>Otra cosa</p>', numero: 2, version: 3 });
    const { items } = await marketing.ok(listPlantillaVersiones, { params });
    expect(items.map((v) => [v.numero, v.creadoPor])).toEqual([
      [2, 'Persona MARKETING'],
      [1, 'Persona MARKETING'],
    ]);
    expect(items[1]?.cuerpo).toContain('Te esperamos');
  });

  it('refuses a stale version, and loses nothing', async () => {
    const marketing = await app.as('MARKETING');
    const { id, version, nombre } = await marketing.ok(createPlantilla, { body: campos() });
    await marketing.ok(updatePlantilla, { params: { id }, body: { asunto: 'Uno', version } });
    const stale = await marketing.call(updatePlantilla, {
      params: { id },
      body: { asunto: 'Dos', version },
    });
    expect(stale.problem.code).toBe('CONFLICTO_VERSION');
    const now = await marketing.ok(getPlantilla, { params: { id } });
    expect(now).toMatchObject({ asunto: 'Uno', nombre });
  });

  it('clears the line after the subject when told, and keeps it otherwise', async () => {
    const marketing = await app.as('MARKETING');
    const { id, version } = await marketing.ok(createPlantilla, { body: campos() });
    const params = { id };
    const kept = await marketing.ok(updatePlantilla, { params, body: { asunto: 'X', version } });
    expect(kept.preheader).toBe('Ven a {{ taller.titulo }}');
    const cleared = await marketing.ok(updatePlantilla, {
      params,
      body: { preheader: '', version: kept.version },
    });
    expect(cleared.preheader).toBeNull();
  });

  it('tells in the audit what was done', async () => {
    const marketing = await app.as('MARKETING');
    const { id, version } = await marketing.ok(createPlantilla, { body: campos() });
    const params = { id };
    await marketing.ok(updatePlantilla, { params, body: { tipo: 'RECORDATORIO', version } });
    await marketing.ok(archivePlantilla, { params, body: { archivada: true, version: 2 } });
    const admin = await app.as('ADMIN');
    const { items } = await admin.ok(listAuditoria, {
      query: { entidad: 'PLANTILLA', entidadId: String(id) },
    });
    expect(items.map((r) => r.accion)).toEqual(['ARCHIVAR', 'CAMBIAR', 'CREAR']);
    expect(items[1]?.despues).toEqual({ tipo: 'RECORDATORIO' });
  });
});

describe('the list of plantillas', () => {
  it('pages through all, the last changed first, and leaves out what was put away', async () => {
    const marketing = await app.as('MARKETING');
    const creadas = [];
    for (let i = 0; i < 3; i += 1) {
      creadas.push(
        await marketing.ok(createPlantilla, { body: campos({ nombre: `Página ${i}` }) }),
      );
    }
    const [primera, segunda] = creadas;
    if (!primera || !segunda) throw new Error('not created');
    await marketing.ok(updatePlantilla, {
      params: { id: primera.id },
      body: { asunto: 'Nuevo asunto', version: 1 },
    });
    await marketing.ok(archivePlantilla, {
      params: { id: segunda.id },
      body: { archivada: true, version: 1 },
    });
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await marketing.ok(listPlantillas, {
        query: { q: 'pagina', limite: 1, ...(cursor ? { cursor } : {}) },
      });
      expect(page.total).toBe(2);
      names.push(...page.items.map((p) => p.nombre));
      cursor = page.siguiente ?? undefined;
    } while (cursor);
    expect(names).toEqual(['Página 0', 'Página 2']);
    const away = await marketing.ok(listPlantillas, { query: { q: 'pagina', archivadas: 'SI' } });
    expect(away.items.map((p) => p.nombre)).toEqual(['Página 1']);
  });

  it('filters by tipo', async () => {
    const marketing = await app.as('MARKETING');
    const { id } = await marketing.ok(createPlantilla, {
      body: { ...campos(), tipo: 'PERSONALIZADO' },
    });
    const { items } = await marketing.ok(listPlantillas, { query: { tipo: ['PERSONALIZADO'] } });
    expect(items.map((p) => p.id)).toContain(id);
    expect(items.every((p) => p.tipo === 'PERSONALIZADO')).toBe(true);
  });
});

it('lists the variables in groups, each once and with an example', async () => {
  const soporte = await app.as('SOPORTE');
  const { items } = await soporte.ok(listVariables, {});
  expect(new Set(items.map((v) => v.nombre)).size).toBe(items.length);
  expect(items.find((v) => v.nombre === 'cliente.nombres')?.ejemplo).toBe('Camila');
  expect(items.map((v) => v.grupo)).toContain('Taller');
});
