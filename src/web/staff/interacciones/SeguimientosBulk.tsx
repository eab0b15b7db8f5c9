import { Button, Popover, Stack } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import { useState } from 'react';
import { assignSeguimientos } from '#contract/interacciones.ts';
import { useMutate } from '../../api/queries.ts';
import { DateInput } from '../../ui/form/DateInput.tsx';
import { formatPlainDate, toLocal } from '../../ui/time.ts';
import { useZone } from '../../ui/zone.tsx';
import { usePuede } from '../session.ts';
import { AsignarMenu } from './AsignarMenu.tsx';
import { addDays, plazos } from './dias.ts';

type Props = { ids: number[]; clear: () => void };

const several = (n: number) => (n === 1 ? '1 seguimiento' : `${n} seguimientos`);

/** Gives several follow-ups to someone, or another day. */
export function SeguimientosBulk({ ids, clear }: Props) {
  const puede = usePuede();
  const asignar = useMutate(assignSeguimientos, {
    done: ({ cambiados }) => `Asignado: ${several(cambiados)}.`,
    onSuccess: clear,
  });
  if (!puede('interacciones:escribir')) return null;
  return (
    <>
      <AsignarMenu
        loading={asignar.isPending}
        nobody="Nadie"
        onPick={(responsableId) => asignar.mutate({ body: { interacciones: ids, responsableId } })}
      />
      <OtraFecha ids={ids} clear={clear} />
    </>
  );
}

function OtraFecha({ ids, clear }: Props) {
  const today = toLocal(new Date().toISOString(), useZone()).date;
  const [opened, setOpened] = useState(false);
  const mover = useMutate(assignSeguimientos, { onSuccess: clear, done: 'Fecha cambiada.' });
  const move = (fecha: string) => {
    setOpened(false);
    mover.mutate({ body: { interacciones: ids, fecha } });
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="top-start"
      shadow="md"
      width={260}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconCalendarEvent size={18} aria-hidden />}
          loading={mover.isPending}
          onClick={() => setOpened(!opened)}
        >
          Cambiar fecha
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Cambiar fecha">
        <Stack gap="xs">
          {[{ days: 0, label: 'Hoy' }, ...plazos].map(({ days, label }) => (
            <Button
              key={days}
              variant="subtle"
              justify="space-between"
              onClick={() => move(addDays(today, days))}
              rightSection={
                <span className="tabular">
                  {formatPlainDate(addDays(today, days), 'fechaCorta')}
                </span>
              }
            >
              {label}
            </Button>
          ))}
          <DateInput
            label="Otra fecha"
            minDate={today}
            popoverProps={{ withinPortal: false }}
            onChange={(fecha) => fecha && move(fecha)}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
