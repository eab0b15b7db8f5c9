import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EstadoCampana, estadoCampana } from '#contract/campanas.ts';
import type { roles } from '#contract/permisos.ts';
import {
  assertEditable,
  assertNext,
  campanaPuede,
  isAboutTheSame,
  nextEstado,
  type Suceso,
} from './campanas.policy.ts';

const sucesos: Suceso[] = [
  'PROGRAMAR',
  'INICIAR',
  'PREPARAR',
  'ENVIAR',
  'PAUSAR',
  'REANUDAR',
  'COMPLETAR',
  'CANCELAR',
  'REVERTIR',
];

describe('the table of transitions', () => {
  it('is this one, whole', () => {
    const table = estadoCampana.options.flatMap((de) =>
      sucesos.flatMap((suceso) => {
        const a = nextEstado(de, suceso);
        return a ? [`${de} ${suceso} ${a}`] : [];
      }),
    );
    expect(table).toEqual([
      'BORRADOR PROGRAMAR PROGRAMADA',
      'BORRADOR INICIAR PREPARANDO',
      'PROGRAMADA PROGRAMAR PROGRAMADA',
      'PROGRAMADA INICIAR PREPARANDO',
      'PROGRAMADA CANCELAR BORRADOR',
      'PROGRAMADA REVERTIR BORRADOR',
      'PREPARANDO ENVIAR ENVIANDO',
      'PREPARANDO PAUSAR PAUSADA',
      'PREPARANDO CANCELAR CANCELADA',
      'ENVIANDO PAUSAR PAUSADA',
      'ENVIANDO COMPLETAR COMPLETADA',
      'ENVIANDO CANCELAR CANCELADA',
      'PAUSADA PREPARAR PREPARANDO',
      'PAUSADA REANUDAR ENVIANDO',
      'PAUSADA CANCELAR CANCELADA',
    ]);
  });

  it('refuses the rest in words', () => {
    expect(() => assertNext('COMPLETADA', 'PAUSAR')).toThrow(
      'Esta campaña ya terminó: no se puede pausar.',
    );
    expect(() => assertNext('BORRADOR', 'CANCELAR')).toThrow('es un borrador');
    expect(assertNext('BORRADOR', 'INICIAR')).toBe('PREPARANDO');
  });

  it('never leads out of an end', () => {
    for (const suceso of sucesos) {
      expect(nextEstado('COMPLETADA', suceso)).toBeUndefined();
      expect(nextEstado('CANCELADA', suceso)).toBeUndefined();
    }
  });
});

describe('what may be done', () => {
  const puede = (
    estado: EstadoCampana,
    rol: (typeof roles)[number],
    iniciadaEn: string | null = null,
  ) =>
    Object.entries(campanaPuede({ estado, iniciadaEn }, rol))
      .filter(([, may]) => may)
      .map(([name]) => name);

  it('follows the estado', () => {
    expect(puede('BORRADOR', 'MARKETING')).toEqual(['editar', 'enviar', 'eliminar']);
    expect(puede('BORRADOR', 'MARKETING', '2026-01-01T00:00:00.000Z')).toEqual([
      'editar',
      'enviar',
    ]);
    expect(puede('PROGRAMADA', 'ADMIN')).toEqual(['enviar', 'cancelar']);
    expect(puede('PREPARANDO', 'ADMIN')).toEqual(['pausar', 'cancelar']);
    expect(puede('ENVIANDO', 'ADMIN')).toEqual(['pausar', 'cancelar']);
    expect(puede('PAUSADA', 'ADMIN')).toEqual(['reanudar', 'cancelar']);
    expect(puede('COMPLETADA', 'ADMIN')).toEqual([]);
    expect(puede('CANCELADA', 'ADMIN')).toEqual([]);
  });

  it('is nothing for those who only read', () => {
    for (const estado of estadoCampana.options) {
      expect(puede(estado, 'VENTAS')).toEqual([]);
      expect(puede(estado, 'SOPORTE')).toEqual([]);
    }
  });

  it('lets only drafts be edited', () => {
    for (const estado of estadoCampana.options) {
      const edit = () => assertEditable(estado);
      if (estado === 'BORRADOR') expect(edit).not.toThrow();
      else expect(edit).toThrow(/Esta campaña/);
    }
  });
});

describe('an audience that is about the same', () => {
  it('differs by one in a hundred at most', () => {
    expect(isAboutTheSame(10, 10)).toBe(true);
    expect(isAboutTheSame(10, 11)).toBe(false);
    expect(isAboutTheSame(99, 98)).toBe(false);
    expect(isAboutTheSame(100, 101)).toBe(true);
    expect(isAboutTheSame(1_000, 989)).toBe(false);
    expect(isAboutTheSame(0, 1)).toBe(false);
  });

  it('never lets more than that through', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (seen, now) => {
        expect(isAboutTheSame(seen, now)).toBe(Math.abs(seen - now) * 100 <= seen - (seen % 100));
      }),
    );
  });
});
