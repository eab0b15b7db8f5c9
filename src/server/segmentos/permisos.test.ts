import { describe, expect, it } from 'vitest';
import { countAudiencia, listAudiencia } from '#contract/campanas.ts';
import { listClientes } from '#contract/clientes.ts';
import type { Condicion } from '#contract/condicion.ts';
import { roles } from '#contract/permisos.ts';
import * as contract from '#contract/segmentos.ts';
import { testApp } from '#tests/support/app.ts';
import { expectRefusal } from '#tests/support/clientes.ts';

const app = testApp();
const novedades: Condicion = { campo: 'recibeNovedades' };
const deDinero: [string, Condicion][] = [
  ['what was paid', { campo: 'gasto', min: 1 }],
  ['what is owed', { y: [novedades, { no: { campo: 'saldo', min: 1 } }] }],
  ['the state of a sale', { o: [novedades, { campo: 'compra', estados: ['ABONADO'] }] }],
];
const inocentes: [string, Condicion][] = [
  ['consent', novedades],
  ['a purchase', { campo: 'compra', cuando: { ultimosDias: 30 } }],
];

let counter = 0;
async function save(condicion: Condicion): Promise<number> {
  counter += 1;
  const body = { nombre: `Permisos ${counter}`, condicion };
  return (await (await app.as('ADMIN')).ok(contract.createSegmento, { body })).id;
}

describe.each(roles)('%s', (rol) => {
  const trusted = rol !== 'SOPORTE';

  it(`${trusted ? 'tries' : 'does not try'} conditions out`, async () => {
    const body = { condicion: novedades };
    const reply = await (await app.as(rol)).call(contract.probarCondicion, { body });
    if (trusted) expect(reply.status).toBe(200);
    else expectRefusal(reply, 'SIN_PERMISO', []);
  });

  it.each(deDinero)(`${trusted ? 'sees' : 'does not see'} people by %s`, async (_, condicion) => {
    const segmento = await save(condicion);
    const caller = await app.as(rol);
    const audiencia = { modo: 'SEGMENTO', segmentoId: segmento } as const;
    const replies = [
      await caller.call(listClientes, { query: { segmento } }),
      await caller.call(countAudiencia, { body: { audiencia } }),
      await caller.call(listAudiencia, { body: { audiencia } }),
    ];
    for (const reply of replies) {
      if (trusted) expect(reply.status).toBe(200);
      else {
        expectRefusal(reply, 'SIN_PERMISO', []);
        expect(reply.status).toBe(403);
        expect(reply.problem.title).toBe(
          'Este segmento depende de lo que cada persona pagó o debe, y tu rol no permite verlo.',
        );
      }
    }
    const file = await caller.fetch(`/api/exportaciones/clientes?formato=CSV&segmento=${segmento}`);
    await file.arrayBuffer();
    expect(file.status).toBe(trusted ? 200 : 403);
  });

  it.each(inocentes)('sees people by %s', async (_, condicion) => {
    const segmento = await save(condicion);
    await (await app.as(rol)).ok(listClientes, { query: { segmento } });
  });

  it('reads what each segment says', async () => {
    const id = await save({ campo: 'gasto', min: 50_000 });
    const caller = await app.as(rol);
    const frase = 'Personas que han pagado al menos $50.000.';
    expect(await caller.ok(contract.getSegmento, { params: { id } })).toMatchObject({ frase });
    const { items } = await caller.ok(contract.listSegmentos, { query: { limite: 100 } });
    expect(items).toContainEqual(expect.objectContaining({ id, frase }));
  });
});
