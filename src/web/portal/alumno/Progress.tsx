import classes from './mi.module.css';

type Props = { done: number; total: number };

/** How much of a course is finished: a bar with its words. */
export function Progress({ done, total }: Props) {
  const text =
    done >= total && total > 0 ? 'Curso terminado' : `${done} de ${total} lecciones terminadas`;
  return (
    <div className={classes.progress}>
      <progress value={done} max={Math.max(total, 1)} className={classes.bar} aria-label="Avance" />
      <span className={classes.dimmed}>{text}</span>
    </div>
  );
}
