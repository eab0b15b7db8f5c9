import { describe, expect, it } from 'vitest';
import { createVenta } from '#contract/ventas.ts';
import {
  type LineaValues,
  nuevaLinea,
  subtotalDe,
  type VentaValues,
  ventaBody,
  ventaSchema,
} from './ventaForm.ts';

const taller = { ...nuevaLinea({ tipo: 'TALLER', id: 7 }), cantidad: 3 } as LineaValues;
const values: VentaValues = {
  persona: { tipo: 'EXISTENTE', clienteId: 5 },
  empresaId: null,
  lineas: [
    {
      tipo: 'TALLER',
      tallerId: 7,
      cantidad: 3,
      asistentes: [
        { nombres: 'Ana', apellidos: 'Soto' },
        { nombres: ' ', apellidos: '' },
        { nombres: 'Eva', apellidos: '' },
        { nombres: 'Sobra', apellidos: '' },
      ],
      conDescuento: false,
      descuento: undefined,
      descuentoMotivo: '',
    },
    nuevaLinea({ tipo: 'CURSO', id: 2 }),
    {
      ...nuevaLinea({ tipo: 'PRODUCTO', id: 9 }),
      conDescuento: true,
      descuento: 500,
      descuentoMotivo: 'Falla',
    },
  ],
};

describe('the sale that is sent', () => {
  it('is one that the API takes, without the names that stayed blank or have no seat', () => {
    expect(ventaSchema.safeParse(values).success).toBe(true);
    const body = ventaBody(values, 5);
    expect(createVenta.body.safeParse(body).error).toBeUndefined();
    expect(body.lineas[0]).toMatchObject({
      tallerId: 7,
      asistentes: [{ nombres: 'Ana' }, { nombres: 'Eva' }],
    });
    expect(body).not.toHaveProperty('empresaId');
    expect(ventaBody({ ...values, empresaId: 4 }, 5)).toMatchObject({ empresaId: 4 });
  });

  it('is refused while a discount is asked for without its amount', () => {
    const lineas = [{ ...nuevaLinea({ tipo: 'CURSO', id: 2 }), conDescuento: true }];
    const { error } = ventaSchema.safeParse({ ...values, lineas });
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['lineas.0.descuento']);
  });

  it('asks for at least one line', () => {
    const { error } = ventaSchema.safeParse({ ...values, lineas: [] });
    expect(error?.issues[0]).toMatchObject({ path: ['lineas'] });
  });
});

describe('what a line will cost', () => {
  it('is its units less its discount, never less than nothing', () => {
    expect(subtotalDe(taller, 10_000)).toBe(30_000);
    expect(subtotalDe({ ...taller, descuento: 5_000 }, 10_000)).toBe(25_000);
    expect(subtotalDe({ ...taller, descuento: 50_000 }, 10_000)).toBe(0);
    expect(subtotalDe(nuevaLinea({ tipo: 'CURSO', id: 1 }), 20_000)).toBe(20_000);
  });

  it('is nothing while the amount is being typed', () => {
    expect(subtotalDe({ ...taller, cantidad: '' } as unknown as LineaValues, 10_000)).toBe(0);
  });
});
