import classes from './resenas.module.css';

/** How many gave 1, 2, 3, 4 and 5 stars, best first: the figures say it, the bars only help. */
export function Distribution({ counts }: { counts: number[] }) {
  const most = Math.max(...counts, 1);
  return (
    <ul className={classes.distribution} aria-label="Cuántas personas dieron cada nota">
      {counts
        .map((count, index) => ({ stars: index + 1, count }))
        .reverse()
        .map(({ stars, count }) => (
          <li key={stars} className={classes.row}>
            <span className="tabular">{stars === 1 ? '1 estrella' : `${stars} estrellas`}</span>
            <span className={classes.track} aria-hidden>
              <span className={classes.bar} style={{ width: `${(count / most) * 100}%` }} />
            </span>
            <span className={`${classes.count} tabular`}>{count}</span>
          </li>
        ))}
    </ul>
  );
}
