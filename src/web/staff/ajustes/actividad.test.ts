import { expect, it } from 'vitest';
import { sentenceOf } from './actividad.ts';

const read = (accion: string, entidad: string, usuario: string | null = 'Ana', person?: string) => {
  const { who, verb, what } = sentenceOf(
    { usuario, accion, entidad, entidadId: '7', despues: null },
    person,
  );
  return `${who} ${verb} ${what}`;
};

it('reads as a sentence, with its articles contracted', () => {
  expect(read('CREAR', 'TALLER')).toBe('Ana creó el taller n.º 7');
  expect(read('CAMBIAR_ESTADO', 'CLIENTE')).toBe('Ana cambió el estado del cliente n.º 7');
  expect(read('DAR_ACCESO', 'CURSO')).toBe('Ana dio acceso gratis al curso n.º 7');
  expect(read('EMITIR_COMPROBANTE', 'COBRO')).toBe('Ana emitió el comprobante de la venta n.º 7');
  expect(read('CAMBIAR', 'AJUSTES')).toBe('Ana cambió los ajustes');
});

it('tells a sale that was annulled from a part of it', () => {
  const act = { usuario: 'Ana', accion: 'ANULAR', entidad: 'COBRO', entidadId: '7' };
  expect(sentenceOf({ ...act, despues: { estado: 'ANULADO' } }).verb).toBe('anuló');
  expect(sentenceOf({ ...act, despues: { estado: 'PAGADO' } }).verb).toBe('anuló una parte de');
});

it('names people of the team', () => {
  expect(read('CREAR', 'USUARIO', 'Ana', 'Luz')).toBe('Ana creó a Luz');
  expect(read('CAMBIAR_CLAVE', 'USUARIO', 'Ana', 'Luz')).toBe('Ana cambió la contraseña de Luz');
});

it('tells what a person did in the portal from what the server did by itself', () => {
  expect(read('CERRAR_CUENTA', 'CLIENTE', null)).toBe(
    'Desde el portal, la persona cerró la cuenta del portal del cliente n.º 7',
  );
  expect(read('CREAR', 'USUARIO', null, 'Luz')).toBe('El sistema creó a Luz');
});
