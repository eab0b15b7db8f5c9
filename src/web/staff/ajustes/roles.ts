import type { Rol } from '#contract/permisos.ts';

/** What each role may do, as one tells a new colleague. */
export const rolesExplicados: Record<Rol, string> = {
  ADMIN: 'Todo: también los ajustes, el equipo y el registro de actividad.',
  VENTAS: 'Clientes, empresas, talleres, inscripciones y pagos. No cambia ajustes ni el equipo.',
  MARKETING: 'Ve clientes, talleres e ingresos; maneja los intereses. No registra ventas ni pagos.',
  SOPORTE: 'Ve clientes y talleres para responder consultas. No cambia nada.',
};
