import { IconStar, IconStarFilled } from '@tabler/icons-react';
import classes from './Stars.module.css';

const ALL = [1, 2, 3, 4, 5] as const;

/** A figure of stars in words: `4,8 de 5 estrellas`. */
function starsInWords(value: number): string {
  return `${value.toLocaleString('es-CL', { maximumFractionDigits: 1 })} de 5 estrellas`;
}

type Props = { value: number; size?: number };

/** How many stars, up to five and also in parts of one: a picture that reads its figure aloud. */
export function Stars({ value, size = 18 }: Props) {
  return (
    <span className={classes.stars} role="img" aria-label={starsInWords(value)}>
      {ALL.map((star) => (
        <span key={star} className={classes.star} style={{ width: size, height: size }}>
          <IconStar size={size} stroke={1.5} aria-hidden />
          <span
            className={classes.fill}
            style={{ width: `${Math.min(Math.max(value - star + 1, 0), 1) * 100}%` }}
          >
            <IconStarFilled size={size} aria-hidden />
          </span>
        </span>
      ))}
    </span>
  );
}
