import type { Campana, EstadoCampana } from '#contract/campanas.ts';
import { type Permiso, permisosDe, type Rol } from '#contract/permisos.ts';
import { AppError } from '../core/errors.ts';

/**
 * What may happen to a campaign. INICIAR begins its preparation, which ends with ENVIAR; a paused one goes on preparing
 * or sending (PREPARAR, REANUDAR); REVERTIR is a scheduled one that could not begin.
 */
export type Suceso =
  | 'PROGRAMAR'
  | 'INICIAR'
  | 'PREPARAR'
  | 'ENVIAR'
  | 'PAUSAR'
  | 'REANUDAR'
  | 'COMPLETAR'
  | 'CANCELAR'
  | 'REVERTIR';

const transiciones: Record<EstadoCampana, Partial<Record<Suceso, EstadoCampana>>> = {
  BORRADOR: { PROGRAMAR: 'PROGRAMADA', INICIAR: 'PREPARANDO' },
  PROGRAMADA: {
    PROGRAMAR: 'PROGRAMADA',
    INICIAR: 'PREPARANDO',
    CANCELAR: 'BORRADOR',
    REVERTIR: 'BORRADOR',
  },
  PREPARANDO: { ENVIAR: 'ENVIANDO', PAUSAR: 'PAUSADA', CANCELAR: 'CANCELADA' },
  ENVIANDO: { PAUSAR: 'PAUSADA', COMPLETAR: 'COMPLETADA', CANCELAR: 'CANCELADA' },
  PAUSADA: { PREPARAR: 'PREPARANDO', REANUDAR: 'ENVIANDO', CANCELAR: 'CANCELADA' },
  COMPLETADA: {},
  CANCELADA: {},
};

/** How each state is called in a sentence that begins with «Esta campaña». */
const enPalabras: Record<EstadoCampana, string> = {
  BORRADOR: 'es un borrador',
  PROGRAMADA: 'está programada',
  PREPARANDO: 'se está preparando',
  ENVIANDO: 'se está enviando',
  PAUSADA: 'está en pausa',
  COMPLETADA: 'ya terminó',
  CANCELADA: 'fue cancelada',
};

const imposible: Record<Suceso, string> = {
  PROGRAMAR: 'no se puede programar',
  INICIAR: 'no se puede enviar',
  PREPARAR: 'no se puede preparar',
  ENVIAR: 'no se puede enviar',
  PAUSAR: 'no se puede pausar',
  REANUDAR: 'no hay nada que reanudar',
  COMPLETAR: 'no se puede completar',
  CANCELAR: 'no se puede cancelar',
  REVERTIR: 'no vuelve a ser borrador',
};

/** The estado that follows, or undefined where the table has none. */
export function nextEstado(de: EstadoCampana, suceso: Suceso): EstadoCampana | undefined {
  return transiciones[de][suceso];
}

/**
 * The estado that follows.
 * @throws {AppError} ESTADO_NO_PERMITE in words for people.
 */
export function assertNext(de: EstadoCampana, suceso: Suceso): EstadoCampana {
  const a = nextEstado(de, suceso);
  if (a) return a;
  throw new AppError('ESTADO_NO_PERMITE', `Esta campaña ${enPalabras[de]}: ${imposible[suceso]}.`);
}

/**
 * Only drafts change.
 * @throws {AppError} ESTADO_NO_PERMITE
 */
export function assertEditable(estado: EstadoCampana): void {
  if (estado === 'BORRADOR') return;
  throw new AppError(
    'ESTADO_NO_PERMITE',
    estado === 'PROGRAMADA'
      ? 'Esta campaña está programada. Cancela el envío para cambiarla.'
      : `Esta campaña ${enPalabras[estado]} y ya no cambia. Cópiala para hacer otra parecida.`,
  );
}

/** Only what never went out is deleted: a draft that was never begun. */
export function isDeletable(campana: { estado: EstadoCampana; iniciadaEn: string | null }) {
  return campana.estado === 'BORRADOR' && campana.iniciadaEn === null;
}

/** What someone of this role may do with it now. */
export function campanaPuede(
  campana: { estado: EstadoCampana; iniciadaEn: string | null },
  rol: Rol,
): Campana['puede'] {
  const { estado } = campana;
  const permisos = permisosDe(rol);
  const may = (permiso: Permiso, when: boolean) => permisos.includes(permiso) && when;
  const send = (suceso: Suceso) => may('emails:enviar', nextEstado(estado, suceso) !== undefined);
  return {
    editar: may('emails:escribir', estado === 'BORRADOR'),
    enviar: send('INICIAR'),
    pausar: send('PAUSAR'),
    reanudar: send('REANUDAR'),
    cancelar: send('CANCELAR'),
    eliminar: may('emails:escribir', isDeletable(campana)),
  };
}

/**
 * Whether the audience is still about as large as it was when someone decided: it may grow or shrink by one in a
 * hundred meanwhile, both numbers of people.
 */
export function isAboutTheSame(seen: number, now: number): boolean {
  return Math.abs(now - seen) <= Math.floor(seen / 100);
}
