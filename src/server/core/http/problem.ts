import type { ErrorCode, Problem } from '#contract/errors.ts';
import type { AppError } from '../errors.ts';

const status: Record<ErrorCode, number> = {
  VALIDACION: 422,
  JSON_INVALIDO: 400,
  CUERPO_MUY_GRANDE: 413,
  CUERPO_LENTO: 408,
  TIPO_NO_SOPORTADO: 415,
  CURSOR_INVALIDO: 400,
  SIN_SESION: 401,
  CREDENCIALES_INVALIDAS: 401,
  ENLACE_INVALIDO: 410,
  SIN_PERMISO: 403,
  ORIGEN_NO_PERMITIDO: 403,
  NO_ENCONTRADO: 404,
  METODO_NO_PERMITIDO: 405,
  CONFLICTO_VERSION: 409,
  EMAIL_DUPLICADO: 409,
  RUT_DUPLICADO: 409,
  NOMBRE_DUPLICADO: 409,
  REFERENCIA_DUPLICADA: 409,
  EN_USO: 409,
  SKU_DUPLICADO: 409,
  SIN_CUPOS: 409,
  SIN_STOCK: 409,
  YA_INSCRITO: 409,
  YA_EN_ESPERA: 409,
  YA_RESENADO: 409,
  TALLER_NO_DISPONIBLE: 409,
  CURSO_NO_DISPONIBLE: 409,
  PRODUCTO_NO_DISPONIBLE: 409,
  OFERTA_VENCIDA: 409,
  ARCHIVO_ILEGIBLE: 422,
  IMPEDIDO: 409,
  ESTADO_NO_PERMITE: 409,
  MONTO_EXCEDIDO: 409,
  CLAVE_REUTILIZADA: 422,
  SOLICITUD_EN_CURSO: 409,
  DEMASIADAS_SOLICITUDES: 429,
  OCUPADO: 503,
  ERROR_INTERNO: 500,
};

/** RFC 9457 problem details of an error; `referencia` leads staff of ours to the log line. */
export function toProblem(error: AppError, referencia?: string): Problem {
  return {
    status: status[error.code],
    code: error.code,
    title: error.title,
    ...(error.fields ? { errores: error.fields } : {}),
    ...(referencia ? { referencia } : {}),
  };
}

export function problemResponse(error: AppError, referencia?: string): Response {
  return new Response(JSON.stringify(toProblem(error, referencia)), {
    status: status[error.code],
    headers: { 'content-type': 'application/problem+json', ...error.headers },
  });
}
