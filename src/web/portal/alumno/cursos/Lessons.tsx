import { IconCircle, IconCircleCheckFilled, IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { formatDuracion } from '#contract/duracion.ts';
import type { Answer } from '#contract/endpoint.ts';
import type { getMiCurso } from '#contract/portal.ts';
import classes from '../mi.module.css';
import cursoClasses from './curso.module.css';

type Curso = Answer<typeof getMiCurso>;
type Lesson = Curso['contenido'][number];

/** The lessons in order, each finished or not; only their titles while there is no access. */
export function Lessons({ curso, open }: { curso: Curso; open: boolean }) {
  return (
    <ol className={cursoClasses.lessons}>
      {curso.contenido.map((lesson) => (
        <li key={lesson.id}>
          {open ? (
            <Link
              to="/mi/cursos/$id/$leccionId"
              params={{ id: String(curso.id), leccionId: String(lesson.id) }}
              className={cursoClasses.lesson}
            >
              <LessonRow lesson={lesson} now={curso.seguirEn?.leccionId === lesson.id} />
            </Link>
          ) : (
            <span className={cursoClasses.lesson} data-closed>
              <IconLock size={20} stroke={1.6} aria-hidden />
              <LessonName lesson={lesson} />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

function LessonRow({ lesson, now }: { lesson: Lesson; now: boolean }) {
  return (
    <>
      {lesson.terminada ? (
        <IconCircleCheckFilled size={20} aria-hidden className={cursoClasses.check} />
      ) : (
        <IconCircle size={20} stroke={1.6} aria-hidden />
      )}
      <LessonName lesson={lesson} />
      {lesson.terminada && <span className={classes.spoken}>, terminada</span>}
      {now && <span className={cursoClasses.here}>Aquí vas</span>}
    </>
  );
}

function LessonName({ lesson: { orden, titulo, duracionSegundos } }: { lesson: Lesson }) {
  return (
    <span className={cursoClasses.lessonName}>
      <span>
        {orden}. {titulo}
      </span>
      {duracionSegundos !== null && (
        <span className={classes.dimmed}>{formatDuracion(duracionSegundos)}</span>
      )}
    </span>
  );
}
