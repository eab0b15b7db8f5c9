import { IconPlayerPlayFilled } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { MiCurso } from '#contract/portal.ts';
import { EstadoBadge } from '../../../ui/EstadoBadge.tsx';
import { ButtonLink } from '../../../ui/link.tsx';
import { Cover } from '../../talleres/Cover.tsx';
import classes from '../mi.module.css';
import { Progress } from '../Progress.tsx';
import { dayText } from '../words.ts';
import cursoClasses from './curso.module.css';

/** A course of one's own: how far one is, and the way on; or why it is closed. */
export function CursoCard({ curso }: { curso: MiCurso }) {
  const { id, titulo, instructor, acceso, accesoHasta, lecciones, terminadas } = curso;
  return (
    <article className={`${classes.card} ${cursoClasses.card}`}>
      <Cover taller={{ ...curso, interes: null }} className={cursoClasses.cover} />
      <div className={cursoClasses.body}>
        <h2 className={classes.cardTitle}>
          <Link to="/mi/cursos/$id" params={{ id: String(id) }}>
            {titulo}
          </Link>
        </h2>
        {instructor && <p className={classes.dimmed}>Con {instructor}</p>}
        {acceso === 'VIGENTE' && (
          <>
            <Progress done={terminadas} total={lecciones} />
            {accesoHasta && (
              <p className={classes.dimmed}>Disponible hasta el {dayText(accesoHasta)}</p>
            )}
          </>
        )}
        <div className={classes.foot}>
          <WayOn curso={curso} />
        </div>
      </div>
    </article>
  );
}

/** Where to go from here with a course: its lesson, its payment, or nowhere. */
export function WayOn({ curso }: { curso: MiCurso }) {
  const { id, acceso, accesoHasta, terminadas, seguirEn, codigo } = curso;
  if (acceso === 'POR_PAGAR') {
    return (
      <>
        <EstadoBadge tone="warn">Se abre al pagar</EstadoBadge>
        <ButtonLink to="/reservas/$codigo" params={{ codigo }} variant="default">
          Cómo pagar
        </ButtonLink>
      </>
    );
  }
  if (acceso === 'VENCIDO') {
    return (
      <EstadoBadge tone="off">
        {accesoHasta ? `Tu acceso terminó el ${dayText(accesoHasta)}` : 'Tu acceso terminó'}
      </EstadoBadge>
    );
  }
  if (!seguirEn) {
    return (
      <ButtonLink to="/mi/cursos/$id" params={{ id: String(id) }} variant="default">
        Ver las lecciones
      </ButtonLink>
    );
  }
  return (
    <ButtonLink
      to="/mi/cursos/$id/$leccionId"
      params={{ id: String(id), leccionId: String(seguirEn.leccionId) }}
      leftSection={<IconPlayerPlayFilled size={16} aria-hidden />}
    >
      {terminadas === 0 ? 'Empezar' : 'Seguir donde quedé'}
    </ButtonLink>
  );
}
