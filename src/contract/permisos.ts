import { z } from 'zod';

export const roles = ['ADMIN', 'VENTAS', 'MARKETING', 'SOPORTE'] as const;
export const rol = z.enum(roles);
export type Rol = z.infer<typeof rol>;

export const permisos = [
  'clientes:leer',
  'clientes:escribir',
  'clientes:fusionar',
  'empresas:escribir',
  'intereses:escribir',
  'interacciones:leer',
  'interacciones:escribir',
  'segmentos:escribir',
  'importaciones:escribir',
  'datos:exportar',
  'talleres:leer',
  'talleres:escribir',
  'cursos:leer',
  'cursos:escribir',
  'productos:leer',
  'productos:escribir',
  'ventas:leer',
  'ventas:escribir',
  'asistencia:escribir',
  'avisos:enviar',
  'emails:leer',
  'emails:escribir',
  'emails:enviar',
  'supresiones:escribir',
  'resenas:leer',
  'resenas:moderar',
  'reportes:leer',
  'archivos:escribir',
  'ajustes:escribir',
  'usuarios:administrar',
  'auditoria:leer',
] as const;
export const permiso = z.enum(permisos);
export type Permiso = z.infer<typeof permiso>;

const deRol: Record<Rol, readonly Permiso[]> = {
  ADMIN: permisos,
  VENTAS: [
    'clientes:leer',
    'clientes:escribir',
    'clientes:fusionar',
    'empresas:escribir',
    'intereses:escribir',
    'interacciones:leer',
    'interacciones:escribir',
    'segmentos:escribir',
    'importaciones:escribir',
    'datos:exportar',
    'talleres:leer',
    'talleres:escribir',
    'cursos:leer',
    'cursos:escribir',
    'productos:leer',
    'productos:escribir',
    'ventas:leer',
    'ventas:escribir',
    'asistencia:escribir',
    'avisos:enviar',
    'emails:leer',
    'resenas:leer',
    'reportes:leer',
    'archivos:escribir',
  ],
  MARKETING: [
    'clientes:leer',
    'intereses:escribir',
    'interacciones:leer',
    'segmentos:escribir',
    'datos:exportar',
    'talleres:leer',
    'cursos:leer',
    'productos:leer',
    'emails:leer',
    'emails:escribir',
    'emails:enviar',
    'supresiones:escribir',
    'resenas:leer',
    'resenas:moderar',
    'reportes:leer',
    'archivos:escribir',
  ],
  SOPORTE: [
    'clientes:leer',
    'interacciones:leer',
    'interacciones:escribir',
    'talleres:leer',
    'cursos:leer',
    'productos:leer',
    'asistencia:escribir',
    'avisos:enviar',
    'emails:leer',
    'resenas:leer',
    'resenas:moderar',
  ],
};

/** The permissions of a role: the only table of who may do what. */
export function permisosDe(rol: Rol): readonly Permiso[] {
  return deRol[rol];
}

export const nombresRol: Record<Rol, string> = {
  ADMIN: 'Administración',
  VENTAS: 'Ventas',
  MARKETING: 'Marketing',
  SOPORTE: 'Soporte',
};
