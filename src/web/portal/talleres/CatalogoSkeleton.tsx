import { Skeleton } from '@mantine/core';
import classes from './catalogo.module.css';

const cards = ['a', 'b', 'c', 'd', 'e', 'f'];

export function CatalogoSkeleton() {
  return (
    <div role="status" aria-label="Cargando los talleres">
      <Skeleton height={22} width={180} mt={32} mb={18} />
      <div className={classes.grid}>
        {cards.map((card) => (
          <Skeleton key={card} height={340} radius={14} />
        ))}
      </div>
    </div>
  );
}
