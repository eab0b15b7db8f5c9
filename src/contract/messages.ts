import { z } from 'zod';

/** Plain Spanish for the problems that a field's own message does not cover. */
const mensaje: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? 'Falta este dato.'
        : 'El dato no es del tipo que corresponde.';
    case 'invalid_value':
      return `Elige una opción: ${issue.values.join(', ')}.`;
    case 'unrecognized_keys':
      return 'Este dato no se conoce.';
    case 'too_small':
      return `Debe ser al menos ${issue.minimum}.`;
    case 'too_big':
      return `Debe ser a lo más ${issue.maximum}.`;
    default:
      return 'El dato no es válido.';
  }
};

z.config({ customError: mensaje });

/** A field path as the API names it: `lineas.0.cantidad`; '' when the whole body is wrong. */
export function fieldErrors(error: z.ZodError, prefix = ''): { campo: string; mensaje: string }[] {
  return error.issues.flatMap((issue) => {
    const base = [prefix, ...issue.path.map(String)].filter(Boolean);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        campo: [...base, key].join('.'),
        mensaje: issue.message,
      }));
    }
    return [{ campo: base.join('.'), mensaje: issue.message }];
  });
}
