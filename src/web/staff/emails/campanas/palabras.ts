import type { EstadoCampana, MotivoExclusion, Progreso } from '#contract/campanas.ts';

const number = new Intl.NumberFormat('es-CL', { useGrouping: 'always' });

/** `1.250` */
export const cifra = (n: number) => number.format(n);

/** `1 persona`, `1.250 personas`. */
export const personas = (n: number) => (n === 1 ? '1 persona' : `${cifra(n)} personas`);

export const nombresEstadoCampana: Record<EstadoCampana, string> = {
  BORRADOR: 'Borrador',
  PROGRAMADA: 'Programada',
  PREPARANDO: 'Preparando',
  ENVIANDO: 'Enviando',
  PAUSADA: 'En pausa',
  COMPLETADA: 'Completada',
  CANCELADA: 'Cancelada',
};

/** Why someone is left out, and what that means for whoever asks. */
export const exclusiones: Record<MotivoExclusion, { titulo: string; significa: string }> = {
  SIN_CORREO: {
    titulo: 'Sin correo',
    significa: 'Su ficha no tiene un correo anotado.',
  },
  CORREO_INVALIDO: {
    titulo: 'Correo mal escrito',
    significa: 'Esa dirección no puede recibir correo. Se corrige en su ficha.',
  },
  BLOQUEADO: {
    titulo: 'Pidieron no usar sus datos',
    significa: 'Sus datos están bloqueados: no se les escribe nada.',
  },
  SUPRIMIDO: {
    titulo: 'En la lista de bajas',
    significa: 'Se dieron de baja, reclamaron o su correo rebotó.',
  },
  SIN_CONSENTIMIENTO: {
    titulo: 'No han aceptado recibir correos',
    significa: 'La ley pide su consentimiento. Se registra en su ficha, con la prueba.',
  },
  PREFERENCIAS: {
    titulo: 'No quieren correos de este tema',
    significa: 'Lo eligieron así en la página de sus preferencias.',
  },
  DUPLICADO: {
    titulo: 'Correo repetido',
    significa: 'Otra persona de la lista tiene el mismo correo: llega uno solo.',
  },
};

/** The states in which it still moves by itself or may be moved on. */
export const estaAbierta = (estado: EstadoCampana) =>
  estado === 'PROGRAMADA' ||
  estado === 'PREPARANDO' ||
  estado === 'ENVIANDO' ||
  estado === 'PAUSADA';

/** How far it went: messages that are settled, whatever became of them, and the share of 100. */
export function avance({ total, enCola }: Progreso): { hechos: number; porcentaje: number } {
  const hechos = total - enCola;
  // Only what is all done is 100.
  const porcentaje = total === 0 ? 0 : Math.floor((hechos / total) * 100);
  return { hechos, porcentaje };
}

/** How far it went, in one line: `1.204 de 3.000 enviados · 40 %`; without the share once all is settled. */
export function avanceEnPalabras(progreso: Progreso): string {
  const { total, enCola, enviados, locales } = progreso;
  if (total === 0) return 'Sin mensajes todavía';
  const kept = `${locales === 1 ? 'guardado' : 'guardados'} aquí`;
  const sent = enviados === 1 ? 'enviado' : 'enviados';
  const all = cifra(total);
  const parts =
    locales > 0 && enviados === 0
      ? [`${cifra(locales)} de ${all} ${kept}`]
      : [`${cifra(enviados)} de ${all} ${sent}`, locales > 0 && `${cifra(locales)} ${kept}`];
  const share = enCola > 0 && `${avance(progreso).porcentaje} %`;
  return [...parts, share].filter(Boolean).join(' · ');
}
