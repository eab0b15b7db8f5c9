import { Text } from '@mantine/core';
import { listDuplicados } from '#contract/duplicados.ts';
import { useInfinite } from '../../api/queries.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { MoreButton } from '../../ui/MoreButton.tsx';
import classes from './duplicados.module.css';
import { ParCard } from './ParCard.tsx';
import { plural } from './plural.ts';

/** Pairs that nobody looked at yet; of one Cliente, when it is given. */
export function ParesList({ cliente }: { cliente: number | undefined }) {
  const list = useInfinite(listDuplicados, {
    query: { limite: 20, ...(cliente ? { cliente } : {}) },
  });
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} />;
  if (list.isPending) return <ListSkeleton rows={4} height={140} />;
  if (list.items.length === 0) {
    return cliente ? (
      <EmptyState
        title="No encontramos a nadie parecido"
        action={<ButtonLink to="/app/duplicados">Ver todos los duplicados</ButtonLink>}
      >
        Comparamos su teléfono, su correo y su nombre con los de todas las personas.
      </EmptyState>
    ) : (
      <EmptyState title="No hay duplicados por revisar">
        Cada noche buscamos personas que aparecen dos veces: por teléfono, por correos casi iguales
        y por nombres parecidos en la misma comuna. También puedes buscar ahora.
      </EmptyState>
    );
  }
  return (
    <>
      <Text c="dimmed" mb="sm" aria-live="polite">
        {list.totalIsMinimum ? 'Más de ' : ''}
        {plural(list.total ?? 0, 'par por revisar', 'pares por revisar')}
      </Text>
      <ul className={classes.uniones}>
        {list.items.map((par) => (
          <ParCard key={`${par.a.id}-${par.b.id}`} par={par} />
        ))}
      </ul>
      <MoreButton list={list} />
    </>
  );
}
