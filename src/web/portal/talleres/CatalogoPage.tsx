import { Box, Button, Center } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { formatMes } from '#contract/horario.ts';
import type { TallerPublicoItem } from '#contract/publico.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { type CatalogoSearch, catalogoQuery } from '../publico.api.ts';
import { useTitle } from '../shell/title.ts';
import { CatalogoEmpty } from './CatalogoEmpty.tsx';
import { CatalogoFilters } from './CatalogoFilters.tsx';
import { CatalogoSkeleton } from './CatalogoSkeleton.tsx';
import classes from './catalogo.module.css';
import { TallerCard } from './TallerCard.tsx';

const EAGER = 3;

/** Every workshop that is to come, by month, with a search and a filter that live in the address. */
export function CatalogoPage() {
  useTitle('Talleres');
  const search = useSearch({ strict: false }) as CatalogoSearch;
  const navigate = useNavigate();
  const query = useInfiniteQuery(catalogoQuery(search));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = Boolean(search.q || search.interes);

  function change(next: CatalogoSearch) {
    void navigate({ to: '.', search: next, replace: true, resetScroll: false });
  }

  return (
    <>
      <div className={classes.intro}>
        <h1 className={classes.heading}>Próximos talleres</h1>
        <p className={classes.lead}>Elige una fecha y reserva tu cupo en un minuto.</p>
      </div>
      <CatalogoFilters
        search={search}
        onChange={change}
        label="Buscar un taller"
        placeholder="Buscar por nombre o lugar"
      />
      <div role="status" className={classes.count}>
        {filtered && query.isSuccess && !query.isPlaceholderData && countText(items.length, query)}
      </div>
      {query.isPending && <CatalogoSkeleton />}
      {query.isError && (
        <Box mt="xl">
          <ErrorState error={query.error} retry={() => void query.refetch()} />
        </Box>
      )}
      {query.isSuccess && items.length === 0 && (
        <CatalogoEmpty filtered={filtered} onClear={() => change({})} />
      )}
      <div className={classes.results} data-stale={query.isPlaceholderData || undefined}>
        {byMonth(items).map(([month, talleres], index) => (
          <section key={month} aria-label={month}>
            <h2 className={classes.month}>{month}</h2>
            <ul className={classes.grid}>
              {talleres.map((taller, position) => (
                <li key={taller.slug}>
                  <TallerCard taller={taller} eager={index === 0 && position < EAGER} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {query.hasNextPage && (
        <Center mt={40}>
          <Button
            variant="default"
            size="md"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            Ver más fechas
          </Button>
        </Center>
      )}
    </>
  );
}

function countText(count: number, { hasNextPage }: { hasNextPage: boolean }): string {
  if (count === 0) return '';
  const found = count === 1 ? '1 taller encontrado' : `${count} talleres encontrados`;
  return hasNextPage ? `Más de ${count} talleres encontrados` : found;
}

function byMonth(items: TallerPublicoItem[]): [string, TallerPublicoItem[]][] {
  const months = new Map<string, TallerPublicoItem[]>();
  for (const taller of items) {
    const month = formatMes(taller.iniciaEn, taller.zona);
    months.set(month, [...(months.get(month) ?? []), taller]);
  }
  return [...months];
}
