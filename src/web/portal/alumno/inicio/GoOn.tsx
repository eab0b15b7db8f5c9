import { IconPlayerPlayFilled } from '@tabler/icons-react';
import type { MiCurso } from '#contract/portal.ts';
import { ButtonLink } from '../../../ui/link.tsx';
import classes from '../mi.module.css';
import { Progress } from '../Progress.tsx';

/** The course that was left half-way, at the lesson where it goes on. */
export function GoOn({ curso }: { curso: MiCurso }) {
  const { id, titulo, terminadas, lecciones, seguirEn } = curso;
  if (!seguirEn) return null;
  return (
    <section className={classes.card} aria-labelledby="seguir">
      <p id="seguir" className={classes.over}>
        {terminadas === 0 ? 'Empieza tu curso' : 'Sigue tu curso'}
      </p>
      <h2 className={classes.cardTitle}>{titulo}</h2>
      <Progress done={terminadas} total={lecciones} />
      <p className={classes.dimmed}>{seguirEn.titulo}</p>
      <div className={classes.foot}>
        <ButtonLink
          to="/mi/cursos/$id/$leccionId"
          params={{ id: String(id), leccionId: String(seguirEn.leccionId) }}
          leftSection={<IconPlayerPlayFilled size={16} aria-hidden />}
        >
          {terminadas === 0 ? 'Empezar' : 'Seguir'}
        </ButtonLink>
      </div>
    </section>
  );
}
