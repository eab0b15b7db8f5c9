import { Button, Group, Switch, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { type Espera, listEspera } from '#contract/espera.ts';
import type { Taller } from '#contract/talleres.ts';
import { useEndpoint } from '../../../api/queries.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../../ui/ListSkeleton.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { usePuede } from '../../session.ts';
import { AnotarModal } from './AnotarModal.tsx';
import { EsperaFila } from './EsperaFila.tsx';
import classes from './espera.module.css';

const isLive = ({ estado }: Espera) => estado === 'ESPERANDO' || estado === 'OFRECIDA';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** Who waits for a seat in a Taller, in order, and what may be done with each; nothing while nobody could. */
export function EsperaPanel({ taller }: { taller: Taller }) {
  const puede = usePuede();
  const [settled, setSettled] = useState(false);
  const [adding, setAdding] = useState(false);
  const list = useEndpoint(
    listEspera,
    { params: { id: taller.id }, query: { todas: 'SI' } },
    { keep: true },
  );
  const open = taller.estado === 'PUBLICADO' && Date.parse(taller.iniciaEn) > Date.now();
  const full = open && taller.cuposLibres === 0;
  const items = list.data?.items ?? [];
  const live = items.filter(isLive);
  if (!full && taller.espera.personas === 0 && items.length === 0) return null;
  const { personas, cupos } = taller.espera;
  return (
    <div id="espera" className={classes.anchor}>
      <Panel
        title="Lista de espera"
        actions={
          <Group gap="sm">
            {items.length > live.length && (
              <Switch
                label="Ver las resueltas"
                checked={settled}
                onChange={(event) => setSettled(event.currentTarget.checked)}
              />
            )}
            {open && puede('ventas:escribir') && (full || personas > 0) && (
              <Button
                variant="default"
                leftSection={<IconUserPlus size={18} aria-hidden />}
                onClick={() => setAdding(true)}
              >
                Anotar a alguien
              </Button>
            )}
          </Group>
        }
      >
        {list.isPending && <ListSkeleton rows={2} height={64} />}
        {list.error && <ErrorState error={list.error} retry={() => void list.refetch()} />}
        {list.data && (
          <Text c="dimmed">
            {personas === 0
              ? 'Nadie espera por ahora. Cuando se libera un cupo, se ofrece a quien está primero.'
              : `${count(personas, 'persona', 'personas')} · ${count(cupos, 'cupo', 'cupos')}. Cada cupo que se libera se ofrece en este orden.`}
          </Text>
        )}
        <ul className={classes.rows} aria-label="Personas en la lista de espera">
          {(settled ? items : live).map((one) => (
            <EsperaFila key={one.id} espera={one} taller={taller} />
          ))}
        </ul>
        <AnotarModal taller={taller} opened={adding} onClose={() => setAdding(false)} />
      </Panel>
    </div>
  );
}
