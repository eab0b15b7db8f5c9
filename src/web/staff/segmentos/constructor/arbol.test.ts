import { describe, expect, it } from 'vitest';
import { type Condicion, condicion } from '#contract/condicion.ts';
import { fromCondicion, lineas, nuevaLinea, nuevoGrupo, toCondicion } from './arbol.ts';
import { leerHoja } from './problemas.ts';

const lead: Condicion = { campo: 'estado', en: ['LEAD'] };
const novedades: Condicion = { campo: 'recibeNovedades' };
const compra: Condicion = { campo: 'compra', cuando: { ultimosDias: 90 } };

describe('The tree of a condition', () => {
  it.each<[string, Condicion]>([
    ['all of several', { y: [lead, { no: compra }] }],
    ['any of several, within all', { y: [novedades, { o: [lead, compra] }] }],
    ['none of several', { no: { o: [lead, compra] } }],
    ['everyone', { y: [] }],
  ])('says again what it was made from: %s', (_, said) => {
    expect(toCondicion(fromCondicion(said), leerHoja)).toEqual(said);
  });

  it.each<[string, Condicion, Condicion]>([
    ['a bare condition', lead, { y: [lead] }],
    ['a bare negation', { no: lead }, { y: [{ no: lead }] }],
    ['twice not', { no: { no: lead } }, { y: [lead] }],
    ['not all of', { no: { y: [lead, compra] } }, { no: { o: [{ y: [lead, compra] }] } }],
  ])('means the same in groups: %s', (_, said, meant) => {
    expect(toCondicion(fromCondicion(said), leerHoja)).toEqual(meant);
  });

  it('is the same when the same condition is laid out twice', () => {
    const said: Condicion = { y: [lead, { no: { o: [compra, novedades] } }] };
    expect(fromCondicion(said)).toEqual(fromCondicion(said));
  });

  it('leaves out what is not complete and groups that say nothing', () => {
    const grupo = fromCondicion({ y: [lead] });
    const half = nuevaLinea({ campo: 'comuna', en: [] });
    const tree = { ...grupo, nodos: [...grupo.nodos, half, nuevoGrupo('ALGUNA')] };
    expect(toCondicion(tree, leerHoja)).toEqual({ y: [lead] });
    expect(lineas(tree)).toHaveLength(2);
  });

  it('stays within what the server takes at its deepest, negated throughout', () => {
    const leaf: Condicion = { no: { campo: 'compra', de: { talleres: [1] } } };
    const none = (c: Condicion): Condicion => ({ no: { o: [c] } });
    expect(condicion.safeParse(none(none(none(leaf)))).success).toBe(true);
  });
});
