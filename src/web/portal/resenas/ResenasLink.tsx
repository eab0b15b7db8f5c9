import { useInfiniteQuery } from '@tanstack/react-query';
import { Stars } from '../../ui/Stars.tsx';
import { type Reviewed, resenasQuery } from './resenas.api.ts';
import classes from './resenas.module.css';
import { countText, promedioText } from './words.ts';

/** The mean under a title, leading to the reviews further down; nothing while there are none. */
export function ResenasLink(props: Reviewed) {
  const { data } = useInfiniteQuery(resenasQuery(props));
  const [first] = data?.pages ?? [];
  if (!first || first.promedio === null) return null;
  return (
    <a href="#resenas" className={classes.link}>
      <Stars value={first.promedio} size={18} />
      <span className="tabular">
        {promedioText(first.promedio)} · {countText(first.cantidad)}
      </span>
    </a>
  );
}
