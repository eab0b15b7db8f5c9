import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { email, porUuid, texto } from './fields.ts';
import { permiso, rol } from './permisos.ts';

export const MIN_CLAVE = 10;

/** A password being chosen; common ones are refused by the server. */
export const claveNueva = z
  .string()
  .min(MIN_CLAVE, `Usa al menos ${MIN_CLAVE} caracteres.`)
  .max(128, 'Usa a lo más 128 caracteres.');
const claveEscrita = z
  .string()
  .min(1, 'Escribe tu contraseña.')
  .max(128, 'La contraseña no es correcta.');

export const yo = z
  .object({
    id: z.string(),
    nombre: z.string(),
    email: z.string(),
    rol,
    permisos: z.array(permiso),
  })
  .meta({ id: 'Yo' });
export type Yo = z.infer<typeof yo>;

export const getPrimerUso = endpoint({
  method: 'GET',
  path: '/api/primer-uso',
  acceso: 'PUBLICO',
  limite: 'CLAVE',
  resumen: 'Si falta crear al primer administrador y el enlace sirve',
  query: z.strictObject({ token: z.string().max(100).optional() }),
  response: z.object({ pendiente: z.boolean(), enlaceValido: z.boolean() }),
});

export const createPrimerAdmin = endpoint({
  method: 'POST',
  path: '/api/primer-uso',
  acceso: 'PUBLICO',
  limite: 'CLAVE',
  resumen: 'Crear al primer administrador con el enlace de un solo uso',
  body: z.strictObject({
    token: z.string().max(100),
    nombre: texto(120),
    email,
    clave: claveNueva,
    negocio: texto(120),
  }),
  status: 201,
  response: yo,
});

export const signIn = endpoint({
  method: 'POST',
  path: '/api/sesion',
  acceso: 'PUBLICO',
  limite: 'CLAVE',
  resumen: 'Entrar con correo y contraseña',
  body: z.strictObject({ email, clave: claveEscrita }),
  response: yo,
});

export const getSesion = endpoint({
  method: 'GET',
  path: '/api/sesion',
  acceso: 'SESION',
  resumen: 'Quién soy y qué puedo hacer',
  response: yo,
});

export const signOut = endpoint({
  method: 'DELETE',
  path: '/api/sesion',
  acceso: 'SESION',
  resumen: 'Salir',
});

export const changeClave = endpoint({
  method: 'POST',
  path: '/api/sesion/clave',
  acceso: 'SESION',
  limite: 'CLAVE',
  resumen: 'Cambiar mi contraseña; cierra mis otras sesiones',
  body: z.strictObject({ actual: claveEscrita, nueva: claveNueva }),
});

export const sesionItem = z
  .object({
    id: z.string(),
    actual: z.boolean(),
    dispositivo: z.string().nullable(),
    ip: z.string().nullable(),
    creadaEn: z.string(),
    venceEn: z.string(),
  })
  .meta({ id: 'Sesion' });

export const listSesiones = endpoint({
  method: 'GET',
  path: '/api/sesiones',
  acceso: 'SESION',
  resumen: 'Mis sesiones abiertas',
  response: z.object({ items: z.array(sesionItem) }),
});

export const revokeSesion = endpoint({
  method: 'DELETE',
  path: '/api/sesiones/:id',
  acceso: 'SESION',
  resumen: 'Cerrar una de mis sesiones',
  params: porUuid,
});

export const usuario = z
  .object({
    id: z.string(),
    nombre: z.string(),
    email: z.string(),
    rol,
    activo: z.boolean(),
    sesiones: z.int(),
    creadoEn: z.string(),
    puede: z.object({ editar: z.boolean(), desactivar: z.boolean() }),
  })
  .meta({ id: 'Usuario' });
export type Usuario = z.infer<typeof usuario>;

export const listUsuarios = endpoint({
  method: 'GET',
  path: '/api/usuarios',
  acceso: 'usuarios:administrar',
  resumen: 'Usuarios del equipo',
  response: z.object({ items: z.array(usuario) }),
});

export const createUsuario = endpoint({
  method: 'POST',
  path: '/api/usuarios',
  acceso: 'usuarios:administrar',
  resumen: 'Crear un usuario del equipo',
  body: z.strictObject({ nombre: texto(120), email, rol, clave: claveNueva }),
  status: 201,
  response: usuario,
});

export const updateUsuario = endpoint({
  method: 'PATCH',
  path: '/api/usuarios/:id',
  acceso: 'usuarios:administrar',
  resumen: 'Cambiar nombre, rol, acceso o contraseña de un usuario',
  params: porUuid,
  body: z.strictObject({
    nombre: texto(120).optional(),
    rol: rol.optional(),
    activo: z.boolean().optional(),
    clave: claveNueva.optional(),
  }),
  response: usuario,
});

export const revokeSesionesDeUsuario = endpoint({
  method: 'DELETE',
  path: '/api/usuarios/:id/sesiones',
  acceso: 'usuarios:administrar',
  resumen: 'Cerrar todas las sesiones de un usuario',
  params: porUuid,
});
