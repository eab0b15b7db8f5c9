import type { FieldError } from '#contract/errors.ts';

/**
 * What is wrong within a cliente, all of it at once: a company contact names its company, there is a
 * way to reach the person, and nobody is born tomorrow (`today` is the local date).
 */
export function checkFicha(
  ficha: {
    tipo: 'B2C' | 'B2B';
    empresaId: number | null;
    email: string | null;
    telefono: string | null;
    fechaNacimiento: string | null;
  },
  today: string,
): FieldError[] {
  const errores: FieldError[] = [];
  if (ficha.tipo === 'B2B' && ficha.empresaId === null) {
    errores.push({ campo: 'empresaId', mensaje: 'Elige la empresa de este contacto.' });
  }
  if (ficha.email === null && ficha.telefono === null) {
    errores.push({
      campo: 'email',
      mensaje: 'Escribe un correo o un teléfono: falta al menos uno.',
    });
  }
  if (ficha.fechaNacimiento !== null && ficha.fechaNacimiento > today) {
    errores.push({
      campo: 'fechaNacimiento',
      mensaje: 'La fecha de nacimiento no puede ser futura.',
    });
  }
  return errores;
}
