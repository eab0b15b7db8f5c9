import type { FieldError } from '#contract/errors.ts';
import type {
  Direccion,
  ResultadoInteraccion,
  Seguimiento,
  TipoInteraccion,
} from '#contract/interacciones.ts';
import type { Rol } from '#contract/permisos.ts';
import { permisosDe } from '#contract/permisos.ts';

/** What is still to be done on a local date, against today and tomorrow (local dates as well). */
export function cuandoDe(
  fecha: string,
  { today, tomorrow }: { today: string; tomorrow: string },
): NonNullable<Seguimiento['cuando']> {
  if (fecha < today) return 'ATRASADO';
  if (fecha === today) return 'HOY';
  return fecha === tomorrow ? 'MANANA' : 'DESPUES';
}

/** Who looks at interacciones. */
export type Viewer = { id: string; rol: Rol };

/** Whoever may write corrects; only its author or administration deletes. */
export function puedeCon(
  { id, rol }: Viewer,
  creadoPor: string | null,
): { editar: boolean; eliminar: boolean } {
  const editar = permisosDe(rol).includes('interacciones:escribir');
  return { editar, eliminar: editar && (rol === 'ADMIN' || creadoPor === id) };
}

/** Someone began it: a meeting and a note have no direction. */
export function hasDireccion(tipo: TipoInteraccion): boolean {
  return tipo === 'LLAMADA' || tipo === 'CORREO' || tipo === 'WHATSAPP';
}

/** The direction when none was told: the school's, where there is one. */
export function direccionUsual(tipo: TipoInteraccion): Direccion | null {
  return hasDireccion(tipo) ? 'SALIENTE' : null;
}

/** What the lifecycle of the Cliente is told; a note is of the team alone, so nothing happened with the person. */
export function eventoDe(
  tipo: TipoInteraccion,
  resultado: ResultadoInteraccion | null,
): 'INTERACCION' | 'ACTIVIDAD' | undefined {
  if (tipo === 'NOTA') return undefined;
  return resultado === 'INTERESADO' ? 'INTERACCION' : 'ACTIVIDAD';
}

type Escrita = {
  tipo: TipoInteraccion;
  direccion: Direccion | null;
  resultado: ResultadoInteraccion | null;
  /** ISO 8601 UTC. */
  fecha: string;
  /** The local date of a follow-up that is new or moved. */
  seguimientoNuevo: string | undefined;
};

/** What is wrong with an interacción as it would be written, all at once; `now` and the local date `today` bound it. */
export function checkInteraccion(
  { tipo, direccion, resultado, fecha, seguimientoNuevo }: Escrita,
  { now, today }: { now: string; today: string },
): FieldError[] {
  const errores: FieldError[] = [];
  if (direccion !== null && !hasDireccion(tipo)) {
    errores.push({ campo: 'direccion', mensaje: 'Una reunión o una nota no tiene dirección.' });
  }
  if (resultado !== null && tipo === 'NOTA') {
    errores.push({ campo: 'resultado', mensaje: 'Una nota no tiene resultado.' });
  }
  if (Date.parse(fecha) > Date.parse(now)) {
    errores.push({ campo: 'fecha', mensaje: 'No puede ser futura: registra lo que ya pasó.' });
  }
  if (seguimientoNuevo !== undefined && seguimientoNuevo < today) {
    errores.push({ campo: 'seguimiento.fecha', mensaje: 'Elige hoy o un día que venga.' });
  }
  return errores;
}
