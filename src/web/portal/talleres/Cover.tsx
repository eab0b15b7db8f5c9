import type { TallerPublicoItem } from '#contract/publico.ts';
import classes from './cover.module.css';

const COLUMNS = 8;
const ROWS = 4;

/** Numbers that look random and are always the same for one text. */
function* numbersFrom(text: string): Generator<number, never> {
  let state = 2166136261;
  for (const char of text) state = Math.imul(state ^ char.charCodeAt(0), 16777619);
  while (true) {
    state = Math.imul(state ^ (state >>> 15), 2246822519) + 374761393;
    yield (state ^ (state >>> 13)) >>> 0;
  }
}

/** Quarter circles in the tones of one colour: a cover for a workshop without a picture. */
function pattern(seed: string) {
  const random = numbersFrom(seed);
  return Array.from({ length: COLUMNS * ROWS }, (_, index) => {
    const number = random.next().value;
    const x = index % COLUMNS;
    const y = Math.floor(index / COLUMNS);
    const corner = (number >>> 3) % 4;
    const fromX = x + (corner === 1 || corner === 2 ? 1 : 0);
    const fromY = y + (corner >= 2 ? 1 : 0);
    const dx = fromX === x ? 1 : -1;
    const dy = fromY === y ? 1 : -1;
    const sweep = dx * dy > 0 ? 1 : 0;
    const d = `M${fromX} ${fromY}h${dx}A1 1 0 0 ${sweep} ${fromX} ${fromY + dy}z`;
    return { d, tone: (number >>> 7) % 4, key: index };
  });
}

type Props = {
  taller: Pick<TallerPublicoItem, 'slug' | 'imagenUrl' | 'interes'>;
  /** The first pictures of a page come at once; those below, when they are near. */
  eager?: boolean;
  className?: string | undefined;
};

/** The picture of a workshop; decorative, since its title stands beside it. */
export function Cover({ taller, eager = false, className }: Props) {
  if (taller.imagenUrl) {
    return (
      <img
        src={taller.imagenUrl}
        alt=""
        loading={eager ? 'eager' : 'lazy'}
        decoding="async"
        className={`${classes.cover} ${className ?? ''}`}
      />
    );
  }
  const color = taller.interes?.color ?? 'var(--mantine-primary-color-filled)';
  return (
    <svg
      viewBox={`0 0 ${COLUMNS} ${ROWS}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden
      className={`${classes.cover} ${classes.pattern} ${className ?? ''}`}
      style={{ '--cover-color': color } as React.CSSProperties}
    >
      {pattern(taller.slug).map(({ d, tone, key }) => (
        <path key={key} d={d} className={classes.tile} data-tone={tone} />
      ))}
    </svg>
  );
}
