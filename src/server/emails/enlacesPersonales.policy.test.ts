import { expect, it } from 'vitest';
import { hideEnlaces } from './enlacesPersonales.policy.ts';

it('leaves out what acts for the person at any depth, and nothing that is public', () => {
  const { datos, ocultos } = hideEnlaces({
    cliente: { nombres: 'Ana' },
    taller: { titulo: 'Gres', enlace: 'https://escuela.cl/talleres/gres' },
    negocio: { web: 'https://escuela.cl' },
    cobro: { codigo: 'K7PM', enlace: 'https://escuela.cl/reservas/K7PM' },
    lineas: [{ titulo: 'Gres', enlace: 'https://escuela.cl/mi/1' }],
    enlace: 'https://escuela.cl/resenas/token',
    privado: { acceso: { codigo: 'secreto-1' }, otros: ['secreto-2'] },
  });
  expect(ocultos).toBe(true);
  expect(datos).toMatchObject({
    cliente: { nombres: 'Ana' },
    taller: { enlace: 'https://escuela.cl/talleres/gres' },
    negocio: { web: 'https://escuela.cl' },
    cobro: { codigo: 'K7PM' },
    lineas: [{ titulo: 'Gres' }],
  });
  expect(JSON.stringify(datos)).not.toMatch(/reservas|\/mi\/1|resenas|secreto/);
});

it('says that nothing was left out where there is nothing', () => {
  const given = { cliente: { nombres: 'Ana' }, cobro: { enlace: '' }, enlace: null };
  expect(hideEnlaces(given)).toEqual({ datos: given, ocultos: false });
});
