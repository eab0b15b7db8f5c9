import { describe, expect, it } from 'vitest';
import type { Cobro, LineaCobro } from '#contract/cobros.ts';
import { efectoDeAnular } from './efectoDeAnular.ts';

type Linea = Partial<LineaCobro> & Pick<LineaCobro, 'tipo' | 'id' | 'total'>;

function cobro(pagado: number, ...lineas: Linea[]): Cobro {
  const all = lineas.map((linea) => ({
    titulo: `Cosa ${linea.id}`,
    cantidad: 1,
    anuladaEn: null,
    ...linea,
  }));
  const live = all.filter(({ anuladaEn }) => anuladaEn === null);
  return { pagado, total: live.reduce((sum, { total }) => sum + total, 0), lineas: all } as Cobro;
}

const una: Linea = { tipo: 'TALLER', id: 1, total: 30_000 };
const grupo: Linea = { tipo: 'TALLER', id: 2, total: 50_000, cantidad: 2 };
const curso: Linea = { tipo: 'CURSO', id: 1, total: 20_000, accesoDesde: null };
const kit: Linea = { tipo: 'PRODUCTO', id: 1, total: 9_000, cantidad: 3, entrega: 'POR_ENTREGAR' };

describe('what annulling will do', () => {
  it('frees the seats of each live line of a whole sale, and leaves all that was paid to give back', () => {
    const vencida: Linea = { ...una, id: 3, anuladaEn: '2026-01-01T00:00:00Z' };
    const [first, second, money, ...rest] = efectoDeAnular(cobro(20_000, una, grupo, vencida));
    expect(first).toMatch(/^Se libera 1 cupo en «Cosa 1»/);
    expect(second).toMatch(/^Se liberan 2 cupos en «Cosa 2»/);
    expect(money).toContain('$20.000 pagados quedan por devolver');
    expect(rest).toEqual([]);
  });

  it('tells lines of different kinds apart, though their ids are the same', () => {
    const venta = cobro(0, una, curso, kit);
    expect(efectoDeAnular(venta, { tipo: 'CURSO', id: 1 })).toEqual([
      'Ya no tendrá acceso a «Cosa 1».',
      expect.stringContaining('No hay pagos'),
    ]);
    expect(efectoDeAnular(venta, { tipo: 'PRODUCTO', id: 1 })[0]).toBe(
      'Vuelven al stock 3 unidades de «Cosa 1».',
    );
    expect(efectoDeAnular(venta)).toHaveLength(4);
  });

  it('warns of a kit that has left the house', () => {
    const [, warning] = efectoDeAnular(cobro(0, { ...kit, entrega: 'ENVIADO' } as Linea));
    expect(warning).toContain('ya se envió');
  });

  it('leaves in favour only what exceeds the lines that stay', () => {
    const text = efectoDeAnular(cobro(60_000, una, grupo), { tipo: 'TALLER', id: 1 });
    expect(text[1]).toContain('Quedan $10.000 a favor');
  });

  it('keeps the money in the sale while the other lines still need it', () => {
    const text = efectoDeAnular(cobro(50_000, una, grupo), { tipo: 'TALLER', id: 1 });
    expect(text[1]).toContain('total baja a $50.000');
  });

  it('gives nothing back when nothing was paid', () => {
    expect(efectoDeAnular(cobro(0, una))[1]).toContain('No hay pagos');
  });
});
