import { describe, expect, it } from 'vitest';
import type { Cobro } from '#contract/cobros.ts';
import { efectoDeAnular } from './efectoDeAnular.ts';

type Linea = { inscripcionId: number; total: number; cantidad: number; anuladaEn: string | null };

function cobro(pagado: number, ...lineas: Linea[]): Cobro {
  const live = lineas.filter(({ anuladaEn }) => anuladaEn === null);
  return {
    pagado,
    total: live.reduce((sum, { total }) => sum + total, 0),
    lineas: lineas.map((linea) => ({ ...linea, titulo: `Taller ${linea.inscripcionId}` })),
  } as Cobro;
}

const una = { inscripcionId: 1, total: 30_000, cantidad: 1, anuladaEn: null };
const grupo = { inscripcionId: 2, total: 50_000, cantidad: 2, anuladaEn: null };

describe('what annulling will do', () => {
  it('frees the seats of each live line of a whole sale, and leaves all that was paid to give back', () => {
    const vencida = { ...una, inscripcionId: 3, anuladaEn: '2026-01-01T00:00:00Z' };
    const [first, second, money, ...rest] = efectoDeAnular(cobro(20_000, una, grupo, vencida));
    expect(first).toBe('Se libera 1 cupo en «Taller 1».');
    expect(second).toBe('Se liberan 2 cupos en «Taller 2».');
    expect(money).toContain('$20.000 pagados quedan por devolver');
    expect(rest).toEqual([]);
  });

  it('leaves in favour only what exceeds the lines that stay', () => {
    expect(efectoDeAnular(cobro(60_000, una, grupo), 1)[1]).toContain('Quedan $10.000 a favor');
  });

  it('keeps the money in the sale while the other lines still need it', () => {
    expect(efectoDeAnular(cobro(50_000, una, grupo), 1)[1]).toContain('total baja a $50.000');
  });

  it('gives nothing back when nothing was paid', () => {
    expect(efectoDeAnular(cobro(0, una))[1]).toContain('No hay pagos');
  });
});
