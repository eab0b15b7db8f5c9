import { z } from 'zod';

/** Stable constants a program may rely on; the server maps each to one HTTP status. */
export const errorCodes = [
  'VALIDACION',
  'JSON_INVALIDO',
  'CUERPO_MUY_GRANDE',
  'CUERPO_LENTO',
  'TIPO_NO_SOPORTADO',
  'CURSOR_INVALIDO',
  'SIN_SESION',
  'CREDENCIALES_INVALIDAS',
  'ENLACE_INVALIDO',
  'SIN_PERMISO',
  'ORIGEN_NO_PERMITIDO',
  'NO_ENCONTRADO',
  'METODO_NO_PERMITIDO',
  'CONFLICTO_VERSION',
  'EMAIL_DUPLICADO',
  'RUT_DUPLICADO',
  'NOMBRE_DUPLICADO',
  'REFERENCIA_DUPLICADA',
  'EN_USO',
  'SKU_DUPLICADO',
  'SIN_CUPOS',
  'SIN_STOCK',
  'YA_INSCRITO',
  'YA_EN_ESPERA',
  'YA_RESENADO',
  'TALLER_NO_DISPONIBLE',
  'CURSO_NO_DISPONIBLE',
  'PRODUCTO_NO_DISPONIBLE',
  'OFERTA_VENCIDA',
  'ARCHIVO_ILEGIBLE',
  'IMPEDIDO',
  'ESTADO_NO_PERMITE',
  'MONTO_EXCEDIDO',
  'CLAVE_REUTILIZADA',
  'SOLICITUD_EN_CURSO',
  'DEMASIADAS_SOLICITUDES',
  'OCUPADO',
  'ERROR_INTERNO',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export const fieldError = z.object({ campo: z.string(), mensaje: z.string() });
export type FieldError = z.infer<typeof fieldError>;

/** RFC 9457 problem details, with a stable `code` and, for validation, every field at once. */
export const problem = z
  .object({
    status: z.int(),
    code: z.enum(errorCodes),
    title: z.string(),
    errores: z.array(fieldError).optional(),
    referencia: z.string().optional(),
  })
  .meta({ id: 'Problema' });
export type Problem = z.infer<typeof problem>;
