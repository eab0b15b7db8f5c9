import { Button, Drawer, Stack, Text } from '@mantine/core';
import type { Audiencia, MotivoExclusion } from '#contract/campanas.ts';
import { EmptyState } from '../../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../../../ui/ListSkeleton.tsx';
import { AppLink } from '../../../../ui/link.tsx';
import { MoreButton } from '../../../../ui/MoreButton.tsx';
import { nombreCompleto } from '../../../clientes/persona.ts';
import { exclusiones } from '../palabras.ts';
import classes from './audiencia.module.css';
import { usePersonas } from './useConteo.ts';

type Props = {
  audiencia: Audiencia;
  /** Null shows whom it reaches; closed when undefined. */
  motivo: MotivoExclusion | null | undefined;
  onClose: () => void;
  onQuitar?: ((id: number) => void) | undefined;
};

/** Who is reached, or left out for a reason, beside what is being decided. */
export function PersonasDrawer({ audiencia, motivo, onClose, onQuitar }: Props) {
  return (
    <Drawer
      opened={motivo !== undefined}
      onClose={onClose}
      position="right"
      size="md"
      title={motivo ? exclusiones[motivo].titulo : 'A quiénes llega'}
      closeButtonProps={{ 'aria-label': 'Cerrar' }}
      attributes={{ header: { role: 'none' } }}
      styles={{ title: { fontSize: '1.125rem', fontWeight: 650 } }}
    >
      {motivo !== undefined && (
        <Personas audiencia={audiencia} motivo={motivo} onQuitar={onQuitar} />
      )}
    </Drawer>
  );
}

type PersonasProps = Pick<Props, 'audiencia' | 'onQuitar'> & { motivo: MotivoExclusion | null };

function Personas({ audiencia, motivo, onQuitar }: PersonasProps) {
  const list = usePersonas(audiencia, motivo);
  return (
    <Stack gap="sm">
      {motivo && <Text c="dimmed">{exclusiones[motivo].significa}</Text>}
      {list.isPending && <ListSkeleton rows={6} />}
      {list.isError && list.items.length === 0 && (
        <ErrorState error={list.error} retry={() => void list.refetch()} />
      )}
      {list.isSuccess && list.items.length === 0 && <EmptyState title="Ya no hay nadie aquí" />}
      {list.items.length > 0 && (
        <ul className={classes.people}>
          {list.items.map((persona) => (
            <li key={persona.id} className={classes.person}>
              <div className={classes.personText}>
                <AppLink
                  to="/app/clientes/$id"
                  params={{ id: String(persona.id) }}
                  target="_blank"
                  rel="noopener"
                >
                  {nombreCompleto(persona)}
                </AppLink>
                <Text size="sm" c="dimmed">
                  {persona.email ?? 'Sin correo'}
                </Text>
              </div>
              {onQuitar && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={`Quitar a ${nombreCompleto(persona)}`}
                  onClick={() => onQuitar(persona.id)}
                >
                  Quitar
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <MoreButton list={list} />
    </Stack>
  );
}
