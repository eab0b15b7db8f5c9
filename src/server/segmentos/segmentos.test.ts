import { beforeAll, describe, expect, it } from 'vitest';
import {
  countAudiencia,
  createCampana,
  getCampana,
  getRevisiones,
  launchCampana,
} from '#contract/campanas.ts';
import { listClientes } from '#contract/clientes.ts';
import type { Condicion } from '#contract/condicion.ts';
import { createInteres } from '#contract/intereses.ts';
import * as contract from '#contract/segmentos.ts';
import { testApp } from '#tests/support/app.ts';
import { buildTaller, buildVenta } from '#tests/support/builders.ts';
import {
  buildCampana,
  buildSuscrito,
  prepare,
  readFilas,
  setRemitente,
} from '#tests/support/campanas.ts';
import { buildFicha, expectRefusal } from '#tests/support/clientes.ts';

const app = testApp();
const marketing = () => app.as('MARKETING');

let counter = 0;
async function build(condicion: Condicion, nombre?: string) {
  counter += 1;
  const body = { nombre: nombre ?? `Segmento ${counter}`, condicion };
  return (await marketing()).ok(contract.createSegmento, { body });
}
const prueba = async (condicion: Condicion) =>
  (await marketing()).ok(contract.probarCondicion, { body: { condicion } });
const buscada = (q: string): Condicion => ({ campo: 'texto', contiene: q });

describe('a segment', () => {
  it('keeps its condition and says it as a sentence', async () => {
    const user = await marketing();
    const ventas = await app.as('VENTAS');
    const { id: interes } = await user.ok(createInteres, {
      body: { nombre: 'Cerámica', color: '#112233' },
    });
    const taller = await buildTaller(app, { titulo: 'Gres' });
    const segmento = await user.ok(contract.createSegmento, {
      body: {
        nombre: 'Fieles',
        descripcion: 'Las que vuelven',
        condicion: {
          y: [
            { campo: 'interes', modo: 'ALGUNO', intereses: [interes, 999_999] },
            {
              o: [
                { campo: 'gasto', min: 50_000 },
                { campo: 'comuna', en: ['13120'] },
              ],
            },
            { no: { campo: 'compra', de: { talleres: [taller.id] }, cuando: { ultimosDias: 90 } } },
          ],
        },
      },
    });
    expect(segmento).toMatchObject({
      frase:
        'Personas con interés en Cerámica o algo que ya no existe, que no compraron «Gres» en los últimos 90 días y que han pagado al menos $50.000 o son de Ñuñoa.',
      creadoPor: 'Persona MARKETING',
      campanas: [],
      puede: { editar: true, eliminar: true },
    });
    const changed = await ventas.ok(contract.updateSegmento, {
      params: { id: segmento.id },
      body: { version: segmento.version, descripcion: '', condicion: { y: [] } },
    });
    expect(changed).toMatchObject({
      nombre: 'Fieles',
      descripcion: null,
      frase: 'Todas las personas.',
      version: segmento.version + 1,
    });
    const stale = await ventas.call(contract.updateSegmento, {
      params: { id: segmento.id },
      body: { version: segmento.version, nombre: 'Otro' },
    });
    expectRefusal(stale, 'CONFLICTO_VERSION', []);
  });

  it('has a name of its own, accents and case aside', async () => {
    await build({ y: [] }, 'Señoras de Ñuñoa');
    const user = await marketing();
    const again = await user.call(contract.createSegmento, {
      body: { nombre: 'SENORAS de nunoa', condicion: { y: [] } },
    });
    expectRefusal(again, 'NOMBRE_DUPLICADO', ['nombre']);
  });

  it('is listed by name, page by page, and found by a part of it', async () => {
    for (const nombre of ['Zeta', 'ñandú', 'Nube', 'Oso'])
      await build({ y: [] }, `lista ${nombre}`);
    const soporte = await app.as('SOPORTE');
    const first = await soporte.ok(contract.listSegmentos, { query: { q: 'lista', limite: 3 } });
    expect(first.total).toBe(4);
    const rest = await soporte.ok(contract.listSegmentos, {
      query: { q: 'lista', limite: 3, cursor: first.siguiente ?? '' },
    });
    expect([...first.items, ...rest.items].map(({ nombre }) => nombre)).toEqual([
      'lista Nube',
      'lista ñandú',
      'lista Oso',
      'lista Zeta',
    ]);
    expect(rest.siguiente).toBeNull();
    const wrong = await soporte.call(contract.listSegmentos, { query: { cursor: 'x' } });
    expectRefusal(wrong, 'CURSOR_INVALIDO', ['cursor']);
  });

  it('is refused with what is wrong in it', async () => {
    const user = await marketing();
    const refused = async (condicion: unknown) => {
      const body = { nombre: 'Mala', condicion };
      const { status, problem } = await user.send('POST', '/api/segmentos', body);
      expect(status).toBe(422);
      expect(problem.errores?.length).toBeGreaterThan(0);
    };
    await refused({ campo: 'estado', en: ['=1'] });
    await refused({ campo: 'sql', es: 'drop table cliente' });
    await refused({ o: [] });
    await refused({ y: Array.from({ length: 41 }, () => buscada('a')) });
    let deep: unknown = buscada('a');
    for (let i = 0; i < 200; i += 1) deep = { y: [deep] };
    await refused(deep);
  });

  it.each([
    [
      '20.000 empty groups',
      { y: Array.from({ length: 20_000 }, () => ({ y: [] })) },
      /a lo más 100/,
    ],
    [
      'as many in a few',
      { o: Array.from({ length: 30 }, () => ({ y: [{}, {}, {}] })) },
      /a lo más 100/,
    ],
    ['an empty group within', { y: [buscada('a'), { no: { y: [] } }] }, /grupo vacío/],
    ['an empty choice within', { y: [buscada('a'), { o: [] }] }, /grupo vacío/],
  ])('is refused for its groups: %s', async (_, condicion, mensaje) => {
    const user = await marketing();
    for (const path of ['/api/segmentos', '/api/segmentos/prueba']) {
      const named = path === '/api/segmentos' ? { nombre: 'Mala' } : {};
      const { status, problem } = await user.send('POST', path, { ...named, condicion });
      expect(status).toBe(422);
      expect(problem.errores).toEqual([
        { campo: 'condicion', mensaje: expect.stringMatching(mensaje) },
      ]);
    }
  });

  it('may have as many groups and conditions as are allowed in all', async () => {
    const { cantidad } = await prueba({
      y: Array.from({ length: 33 }, () => ({ no: { no: buscada('nadie así') } })),
    });
    expect(cantidad).toBe(0);
  });
});

describe('a condition that is tried out', () => {
  it('tells how many there are, how many may be written to, and the newest', async () => {
    const ids: number[] = [];
    for (let i = 0; i < 12; i += 1) {
      const ficha = { nombres: 'Prueba', apellidos: `Tanteo ${i}` };
      ids.push(i < 2 ? (await buildFicha(app, ficha)).id : await buildSuscrito(app, ficha));
    }
    const found = await prueba(buscada('tanteo'));
    expect(found).toMatchObject({ cantidad: 12, conCorreo: 10 });
    expect(found.frase).toBe('Personas que aparecen al buscar «tanteo».');
    expect(found.muestra.map(({ id }) => id)).toEqual(ids.reverse().slice(0, 10));
    const { destinatarios } = await (await marketing()).ok(countAudiencia, {
      body: { audiencia: { modo: 'FILTRO', filtro: { q: 'tanteo' } } },
    });
    expect(found.conCorreo).toBe(destinatarios);
    const reached = await prueba({ y: [buscada('tanteo'), { campo: 'recibeNovedades' }] });
    expect(reached).toMatchObject({ cantidad: 10, conCorreo: 10 });
  });

  it('treats what people write as text, never as a pattern or SQL', async () => {
    await buildFicha(app, { nombres: 'Ana', apellidos: "O'Higgins %" });
    expect((await prueba(buscada("o'higgins"))).cantidad).toBe(1);
    expect((await prueba(buscada("'; drop table cliente; --"))).cantidad).toBe(0);
    const utm = (contiene: string): Condicion => ({
      campo: 'utm',
      parte: 'utmCampaign',
      contiene,
    });
    await buildFicha(app, { origenDetalle: { utmCampaign: 'Invierno_2026' } });
    expect((await prueba(utm('INVIERNO_'))).cantidad).toBe(1);
    expect((await prueba(utm('o%2'))).cantidad).toBe(0);
  });
});

describe('the list of clientes by segment', () => {
  it('has those of the segment, with the other filters and page by page', async () => {
    const taller = await buildTaller(app);
    const ids: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      const { id } = await buildFicha(app, { nombres: 'Lista', apellidos: `Segmentada ${i}` });
      if (i < 4) await buildVenta(app, taller.id, { clienteId: id });
      ids.push(id);
    }
    const { id: segmento } = await build({
      campo: 'compra',
      de: { talleres: [taller.id] },
      cuando: { ultimosDias: 1 },
    });
    const soporte = await app.as('SOPORTE');
    const list = (query: object) =>
      soporte.ok(listClientes, { query: { orden: 'creadoEn', segmento, ...query } });
    expect((await list({})).items.map(({ id }) => id)).toEqual(ids.slice(0, 4));
    expect((await list({ q: 'segmentada 2' })).items.map(({ id }) => id)).toEqual([ids[2]]);
    expect(await list({ estado: ['INACTIVO'] })).toMatchObject({ items: [], total: 0 });
    const first = await list({ limite: 3 });
    expect(first.total).toBe(4);
    const rest = await list({ limite: 3, cursor: first.siguiente });
    expect(rest.items.map(({ id }) => id)).toEqual([ids[3]]);
    const some = await soporte.ok(listClientes, { query: { ids: [ids[4] ?? 0, ids[1] ?? 0] } });
    expect(some.items.map(({ id }) => id).sort()).toEqual([ids[1], ids[4]].sort());
    const gone = await soporte.call(listClientes, { query: { segmento: 999_999 } });
    expectRefusal(gone, 'NO_ENCONTRADO', []);
  });

  it('counts each time what other tables say', async () => {
    const taller = await buildTaller(app);
    const { id: segmento } = await build({ campo: 'compra', de: { talleres: [taller.id] } });
    const soporte = await app.as('SOPORTE');
    const total = async () => (await soporte.ok(listClientes, { query: { segmento } })).total;
    expect(await total()).toBe(0);
    await buildVenta(app, taller.id);
    expect(await total()).toBe(1);
  });
});

describe('a campaign to a segment', () => {
  beforeAll(() => setRemitente(app));

  const to = (segmentoId: number) => ({ modo: 'SEGMENTO', segmentoId }) as const;

  it('reaches those who are of it when it goes out, and no one who comes meanwhile', async () => {
    const ana = await buildSuscrito(app, { apellidos: 'Primavera' });
    const segmento = await build(buscada('primavera'), 'De primavera');
    const campana = await buildCampana(app, { audiencia: to(segmento.id) });
    expect(campana.audienciaTexto).toBe(
      'Segmento «De primavera»: personas que aparecen al buscar «primavera».',
    );
    const bea = await buildSuscrito(app, { apellidos: 'Primavera' });
    const user = await marketing();
    const counted = await user.ok(countAudiencia, { body: { audiencia: to(segmento.id) } });
    expect(counted).toMatchObject({ candidatos: 2, destinatarios: 2 });
    const { version } = await user.ok(getCampana, { params: { id: campana.id } });
    await user.ok(launchCampana, {
      params: { id: campana.id },
      body: { destinatariosVistos: 2, version },
    });
    // Changed while it is prepared: it goes by what the segment said when it began.
    await user.ok(contract.updateSegmento, {
      params: { id: segmento.id },
      body: { version: segmento.version, condicion: buscada('nadie de aquí') },
    });
    await app.runJobs();
    const filas = await readFilas(app, campana.id);
    expect(filas.map(({ clienteId }) => clienteId)).toEqual([ana, bea]);
    const { audienciaTexto } = await user.ok(getCampana, { params: { id: campana.id } });
    expect(audienciaTexto).toContain('«primavera»');
  });

  it('leaves out who wants no mail about the interests of the segment', async () => {
    const user = await marketing();
    const { id: interes } = await user.ok(createInteres, {
      body: { nombre: 'Telar', color: '#112233' },
    });
    const ficha = { apellidos: 'Telares', intereses: [interes] };
    const yes = await buildSuscrito(app, ficha);
    const no = await buildSuscrito(app, ficha);
    await app.services.deps.db
      .updateTable('clienteInteres')
      .set({ correo: false })
      .where('clienteId', '=', no)
      .execute();
    const segmento = await build({
      y: [buscada('telares'), { campo: 'interes', modo: 'ALGUNO', intereses: [interes] }],
    });
    const campana = await buildCampana(app, { audiencia: to(segmento.id) });
    const counted = await user.ok(countAudiencia, { body: { audiencia: to(segmento.id) } });
    expect(counted.exclusiones).toEqual([{ motivo: 'PREFERENCIAS', cantidad: 1 }]);
    await prepare(app, campana);
    expect((await readFilas(app, campana.id)).map(({ clienteId }) => clienteId)).toEqual([yes]);
  });

  it('keeps its segment from being deleted until it has gone out', async () => {
    await buildSuscrito(app, { apellidos: 'Otoñal' });
    const segmento = await build(buscada('otoñal'), 'Otoñales');
    const campana = await buildCampana(app, {
      nombre: 'Hojas secas',
      audiencia: to(segmento.id),
    });
    const user = await marketing();
    const params = { id: segmento.id };
    const used = await user.ok(contract.getSegmento, { params });
    expect(used.campanas).toEqual([{ id: campana.id, nombre: 'Hojas secas' }]);
    expect(used.puede).toEqual({ editar: true, eliminar: false });
    const refused = await user.call(contract.deleteSegmento, { params });
    expectRefusal(refused, 'EN_USO', []);
    expect(refused.problem.title).toContain('«Hojas secas»');
    await prepare(app, campana);
    await user.ok(contract.deleteSegmento, { params });
    expect((await user.call(contract.getSegmento, { params })).status).toBe(404);
    const { audienciaTexto } = await user.ok(getCampana, { params: { id: campana.id } });
    expect(audienciaTexto).toBe(
      'Un segmento que ya no existe: personas que aparecen al buscar «otoñal».',
    );
  });

  it('is told what is wrong when the segment is no longer there', async () => {
    const segmento = await build(buscada('invierno'));
    const campana = await buildCampana(app, { audiencia: to(segmento.id) });
    const { db } = app.services.deps;
    await db.deleteFrom('segmento').where('id', '=', segmento.id).execute();
    const user = await marketing();
    const params = { id: campana.id };
    const { items, puedeEnviar } = await user.ok(getRevisiones, { params });
    expect(puedeEnviar).toBe(false);
    expect(items).toContainEqual(
      expect.objectContaining({
        clave: 'AUDIENCIA',
        nivel: 'ERROR',
        titulo: 'El segmento al que se enviaría ya no existe',
      }),
    );
    const launched = await user.call(launchCampana, {
      params,
      body: { destinatariosVistos: 0, version: campana.version },
    });
    expectRefusal(launched, 'VALIDACION', ['AUDIENCIA']);
    const counted = await user.call(countAudiencia, { body: { audiencia: to(segmento.id) } });
    expectRefusal(counted, 'VALIDACION', ['audiencia.segmentoId']);
    const drafted = await user.call(createCampana, {
      body: { nombre: 'Tarde', tipo: 'OFERTA', audiencia: to(segmento.id) },
    });
    expectRefusal(drafted, 'VALIDACION', ['audiencia.segmentoId']);
  });
});
