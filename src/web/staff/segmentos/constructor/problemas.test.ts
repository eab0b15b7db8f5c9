import { describe, expect, it } from 'vitest';
import type { Campo } from '#contract/condicion.ts';
import type { HojaBorrador } from './arbol.ts';
import { fromCondicion, nuevoGrupo } from './arbol.ts';
import { catalogo, secciones, verboDe } from './catalogo.ts';
import { estaCompleto, leerHoja, problemasDe } from './problemas.ts';

describe('A condition being written', () => {
  it.each<[HojaBorrador, string]>([
    [{ campo: 'comuna' }, 'en'],
    [{ campo: 'interes', modo: 'TODOS', intereses: [] }, 'intereses'],
    [{ campo: 'utm', parte: 'utmSource', contiene: '  ' }, 'contiene'],
    [{ campo: 'gasto' }, 'min'],
    [{ campo: 'gasto', min: 20_000, max: 10_000 }, 'max'],
    [{ campo: 'capturado' }, 'cuando'],
    [{ campo: 'capturado', cuando: { ultimosDias: undefined } }, 'cuando'],
    [{ campo: 'actividad', cuando: { haceMasDeDias: 9999 } }, 'cuando'],
    [{ campo: 'compra', cuando: { desde: '2026-03-02', hasta: '2026-03-01' } }, 'cuando'],
    [{ campo: 'compra', veces: { min: undefined } }, 'veces'],
    [{ campo: 'correo', evento: 'ABIERTO', veces: { min: 3, max: 2 } }, 'veces'],
    [{ campo: 'resena', min: 6 }, 'min'],
  ])('tells what is wrong beside its part: %j', (hoja, parte) => {
    expect(Object.keys(problemasDe(hoja))).toEqual([parte]);
    expect(leerHoja(hoja)).toBeUndefined();
  });

  it('drops the parts that say nothing', () => {
    const de = { talleres: [], cursos: [3] };
    expect(leerHoja({ campo: 'compra', de, estados: [], cuando: undefined })).toEqual({
      campo: 'compra',
      de: { cursos: [3] },
    });
    expect(leerHoja({ campo: 'compra', de: { talleres: [] } })).toEqual({ campo: 'compra' });
  });

  it('keeps nobody as one of those in charge', () => {
    const hoja: HojaBorrador = { campo: 'responsable', en: [null] };
    expect(leerHoja(hoja)).toEqual(hoja);
  });

  it('makes a tree complete only when all of it is', () => {
    const tree = fromCondicion({ y: [{ campo: 'recibeNovedades' }] });
    expect(estaCompleto(tree)).toBe(true);
    expect(estaCompleto(nuevoGrupo('TODAS'))).toBe(false);
    expect(estaCompleto({ ...tree, nodos: [...tree.nodos, nuevoGrupo('ALGUNA')] })).toBe(false);
  });
});

describe('The catalogue of conditions', () => {
  const campos = Object.keys(catalogo) as Campo[];

  it('offers each once', () => {
    expect(secciones.flatMap((one) => one.campos).sort()).toEqual(campos.sort());
  });

  it.each(campos)('says %s as it begins, and its contrary', (campo) => {
    const { inicial } = catalogo[campo];
    const [so, not] = [verboDe(inicial, false), verboDe(inicial, true)];
    expect([so, not]).not.toContain(-1);
    expect(so).not.toBe(not);
  });
});
