import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { comunas, esComuna, nombreComuna } from './comunas.ts';

const reference = join(import.meta.dirname, '../../../shared/data/comunas.csv');

describe('comunas', () => {
  it('are the 346 of Chile, in its 16 regions, each code once', () => {
    expect(comunas).toHaveLength(346);
    expect(new Set(comunas.map((c) => c.codigo)).size).toBe(346);
    expect(new Set(comunas.map((c) => c.region)).size).toBe(16);
    expect(comunas.every((c) => /^\d{5}$/.test(c.codigo) && c.nombre.trim() === c.nombre)).toBe(
      true,
    );
    const regions = Map.groupBy(comunas, (c) => c.codigo.slice(0, 2));
    expect([...regions.keys()].sort()).toEqual(
      Array.from({ length: 16 }, (_, i) => String(i + 1).padStart(2, '0')),
    );
    expect(
      [...regions.values()].every((list) => new Set(list.map((c) => c.region)).size === 1),
    ).toBe(true);
  });

  it('are found by code', () => {
    expect(nombreComuna('13120')).toBe('Ñuñoa');
    expect(nombreComuna('16101')).toBe('Chillán');
    expect(esComuna('05109')).toBe(true);
    expect(esComuna('5109')).toBe(false);
    expect(esComuna('99999')).toBe(false);
    expect(nombreComuna('08401')).toBeUndefined();
  });

  it.runIf(existsSync(reference))('are those of the reference list', () => {
    const rows = readFileSync(reference, 'utf8')
      .replace('\ufeff', '')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','))
      .map(([codigo, nombre, , , region]) => ({ codigo, nombre, region }));
    const byCode = (a: { codigo?: string }, b: { codigo?: string }) =>
      String(a.codigo).localeCompare(String(b.codigo));
    expect(comunas.toSorted(byCode)).toEqual(rows.sort(byCode));
  });
});
