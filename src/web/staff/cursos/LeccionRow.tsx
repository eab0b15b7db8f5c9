import type { Leccion } from '#contract/cursos.ts';
import { formatReloj } from '#contract/duracion.ts';
import { nombresVideo } from '#contract/nombres.ts';
import { EstadoBadge } from '../../ui/EstadoBadge.tsx';
import { AppLink } from '../../ui/link.tsx';
import classes from './lecciones.module.css';

type Props = {
  leccion: Leccion;
  place?: number;
  /** The title opens the lesson to be edited. */
  link?: boolean;
};

function detailOf({ videoTipo, texto, duracionSegundos, terminadas }: Leccion): string {
  const content = [
    videoTipo && nombresVideo[videoTipo],
    texto && (videoTipo ? 'texto' : 'Texto'),
  ].filter(Boolean);
  const done = terminadas === 1 ? 'La terminó 1 alumno' : `La terminaron ${terminadas} alumnos`;
  return [
    duracionSegundos && formatReloj(duracionSegundos),
    content.join(' y ') || 'Sin contenido todavía',
    terminadas > 0 && done,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** One lesson in the list of its course. */
export function LeccionRow({ leccion, place = leccion.orden, link = false }: Props) {
  const { id, cursoId, titulo, gratuita } = leccion;
  return (
    <>
      <span className={`${classes.place} tabular`} aria-hidden>
        {place}
      </span>
      <div className={classes.what}>
        <div className={classes.name}>
          {link ? (
            <AppLink
              to="/app/cursos/$id/lecciones/$leccionId"
              params={{ id: String(cursoId), leccionId: String(id) }}
            >
              {titulo}
            </AppLink>
          ) : (
            <span>{titulo}</span>
          )}
          {gratuita && <EstadoBadge tone="info">Gratis</EstadoBadge>}
        </div>
        <div className={`${classes.detail} tabular`}>{detailOf(leccion)}</div>
      </div>
    </>
  );
}
