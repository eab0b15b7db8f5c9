import type { z } from 'zod';
import type { Leccion, leccionCampos } from '#contract/cursos.ts';
import type { Draft } from '../../ui/form/useContractForm.ts';

export type LeccionDraft = Draft<typeof leccionCampos>;

/** Where the video of a lesson comes from. */
export type Fuente = 'NINGUNO' | 'ENLACE' | 'ARCHIVO';

export function fuenteDe({ videoEnlace, videoId }: LeccionDraft): Fuente {
  if (videoId) return 'ARCHIVO';
  return videoEnlace ? 'ENLACE' : 'NINGUNO';
}

/** What the form starts with: a new Leccion, or the one that is edited. */
export function draftOf(leccion?: Leccion): LeccionDraft {
  return {
    titulo: leccion?.titulo ?? '',
    texto: leccion?.texto ?? '',
    videoEnlace: leccion?.videoEnlace ?? '',
    videoId: leccion?.videoId ?? null,
    duracionSegundos: leccion?.duracionSegundos ?? null,
    gratuita: leccion?.gratuita ?? false,
  };
}

type Body = z.input<typeof leccionCampos>;

/** Only the video of the chosen source: the other may still stand in a field that is out of sight. */
export function withFuente(body: Body, fuente: Fuente): Body {
  return {
    ...body,
    videoEnlace: fuente === 'ENLACE' ? (body.videoEnlace ?? null) : null,
    videoId: fuente === 'ARCHIVO' ? (body.videoId ?? null) : null,
  };
}
