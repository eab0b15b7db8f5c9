import { Box, Button, Center } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { type CatalogoSearch, cursosQuery } from '../publico.api.ts';
import { useTitle } from '../shell/title.ts';
import { CatalogoFilters } from '../talleres/CatalogoFilters.tsx';
import { CatalogoSkeleton } from '../talleres/CatalogoSkeleton.tsx';
import classes from '../talleres/catalogo.module.css';
import { CursoCard } from './CursoCard.tsx';
import own from './cursos.module.css';

const EAGER = 3;

/** Every published course, with a search and a filter that live in the address. */
export function CursosPage() {
  useTitle('Cursos');
  const search = useSearch({ from: '/site/cursos' });
  const navigate = useNavigate();
  const query = useInfiniteQuery(cursosQuery(search));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = Boolean(search.q || search.interes);

  function change(next: CatalogoSearch) {
    void navigate({ to: '.', search: next, replace: true, resetScroll: false });
  }

  return (
    <>
      <div className={classes.intro}>
        <h1 className={classes.heading}>Cursos en línea</h1>
        <p className={classes.lead}>Clases grabadas para aprender a tu ritmo, cuando quieras.</p>
      </div>
      <CatalogoFilters
        search={search}
        onChange={change}
        label="Buscar un curso"
        placeholder="Buscar por nombre"
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
        <Nothing filtered={filtered} onClear={() => change({})} />
      )}
      <div
        className={`${classes.results} ${own.list}`}
        data-stale={query.isPlaceholderData || undefined}
      >
        <ul className={classes.grid} aria-label="Cursos">
          {items.map((curso, position) => (
            <li key={curso.slug}>
              <CursoCard curso={curso} eager={position < EAGER} />
            </li>
          ))}
        </ul>
      </div>
      {query.hasNextPage && (
        <Center mt={40}>
          <Button
            variant="default"
            size="md"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            Ver más cursos
          </Button>
        </Center>
      )}
    </>
  );
}

function countText(count: number, { hasNextPage }: { hasNextPage: boolean }): string {
  if (count === 0) return '';
  const found = count === 1 ? '1 curso encontrado' : `${count} cursos encontrados`;
  return hasNextPage ? `Más de ${count} cursos encontrados` : found;
}

function Nothing({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  if (filtered) {
    return (
      <EmptyState
        title="No encontramos cursos así"
        action={<Button onClick={onClear}>Ver todos los cursos</Button>}
      >
        Prueba con otra palabra u otro interés.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Estamos preparando cursos"
      action={<ButtonLink to="/novedades">Avísenme cuando haya</ButtonLink>}
    >
      Por ahora no hay cursos publicados. Déjanos tu correo y serás de las primeras personas en
      saberlo.
    </EmptyState>
  );
}
