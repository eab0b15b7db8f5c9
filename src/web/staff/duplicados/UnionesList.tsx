import { Button, Paper, Text } from '@mantine/core';
import { type Fusion, listFusiones } from '#contract/duplicados.ts';
import { useInfinite } from '../../api/queries.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { AppLink } from '../../ui/link.tsx';
import { MoreButton } from '../../ui/MoreButton.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import classes from './duplicados.module.css';
import { useDeshacer } from './useDeshacer.ts';

/** Merges that were made, the last ones first. */
export function UnionesList() {
  const list = useInfinite(listFusiones, { query: {} });
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} />;
  if (list.isPending) return <ListSkeleton rows={4} />;
  if (list.items.length === 0) {
    return (
      <EmptyState title="Todavía no se unió ninguna ficha">
        Cuando unas dos, aquí queda anotado, y durante 30 días se puede deshacer.
      </EmptyState>
    );
  }
  return (
    <>
      <ul className={classes.uniones}>
        {list.items.map((fusion) => (
          <Union key={fusion.id} fusion={fusion} />
        ))}
      </ul>
      <MoreButton list={list} />
    </>
  );
}

function Union({ fusion }: { fusion: Fusion }) {
  const { principal, nombre } = fusion;
  const deshacer = useDeshacer();
  return (
    <Paper component="li" withBorder p="md" className={classes.union}>
      <div className="tap-links">
        <Text>
          <strong>{nombre}</strong> (ficha {fusion.absorbidoId}) se unió con{' '}
          <AppLink to="/app/clientes/$id" params={{ id: String(principal.id) }}>
            {nombreCompleto(principal)}
          </AppLink>{' '}
          (ficha {principal.id})
        </Text>
        <Text size="sm" c="dimmed">
          <DateTime value={fusion.creadoEn} as="fechaHora" />
          {fusion.creadoPor && ` · ${fusion.creadoPor}`}
        </Text>
      </div>
      {fusion.deshechaEn ? (
        <Text size="sm" c="dimmed">
          Se deshizo el <DateTime value={fusion.deshechaEn} as="fecha" />
          {fusion.deshechaPor && ` · ${fusion.deshechaPor}`}
        </Text>
      ) : (
        fusion.puede.deshacer && (
          <Button
            variant="default"
            loading={deshacer.isPending}
            onClick={() => void deshacer.ask(fusion)}
            aria-label={`Deshacer la unión de ${nombre}`}
          >
            Deshacer
          </Button>
        )
      )}
    </Paper>
  );
}
