import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Stars } from '../../ui/Stars.tsx';
import { Distribution } from './Distribution.tsx';
import { ResenaItem } from './ResenaItem.tsx';
import { type Reviewed, resenasQuery } from './resenas.api.ts';
import classes from './resenas.module.css';
import { countText, promedioText } from './words.ts';

/** What people say of a workshop or course: the mean, how it comes about, and each review. */
export function Resenas(props: Reviewed) {
  const query = useInfiniteQuery(resenasQuery(props));
  const pages = query.data?.pages ?? [];
  const [first] = pages;
  if (!first || first.promedio === null) return null;
  return (
    <section className={classes.section} aria-labelledby="resenas">
      <h2 id="resenas" tabIndex={-1} className={classes.title}>
        Reseñas
      </h2>
      <div className={classes.summary}>
        <div className={classes.mean}>
          <span className={`${classes.figure} tabular`}>{promedioText(first.promedio)}</span>
          <div>
            <Stars value={first.promedio} size={20} />
            <div className={classes.dimmed}>{countText(first.cantidad)}</div>
          </div>
        </div>
        <Distribution counts={first.distribucion} />
      </div>
      <ul className={classes.list}>
        {pages.flatMap(({ items }, page) =>
          items.map((item, index) => (
            // Nobody sees ids; a page once read does not change its order.
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is all that tells two apart.
            <li key={`${page}-${index}`} className={classes.item}>
              <ResenaItem resena={item} />
            </li>
          )),
        )}
      </ul>
      {query.isFetchNextPageError && <ErrorState error={query.error} />}
      {query.hasNextPage && (
        <Button
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Ver más reseñas
        </Button>
      )}
    </section>
  );
}
