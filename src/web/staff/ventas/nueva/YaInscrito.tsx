import { Alert, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { listCobros } from '#contract/cobros.ts';
import { useEndpoint } from '../../../api/queries.ts';
import { ButtonLink } from '../../../ui/link.tsx';
import type { PersonaElegida } from '../ElegirPersona.tsx';
import type { Item } from './item.ts';

type Props = { persona: PersonaElegida; item: Item; quitar: ReactNode };

/** The person has this already: the way to that sale, or out of this line. */
export function YaInscrito({ persona, item, quitar }: Props) {
  const taller = item.tipo === 'TALLER';
  const ventas = useEndpoint(listCobros, {
    query: {
      cliente: persona.id,
      ...(taller ? { taller: item.id } : { curso: item.id }),
      estado: ['PENDIENTE', 'ABONADO', 'PAGADO'],
      limite: 1,
    },
  });
  const [venta] = ventas.data?.items ?? [];
  // One refusal may be about any of several talleres: only those with a sale are meant.
  if (ventas.data && !venta) return null;
  return (
    <Alert color="yellow" variant="light">
      <Text fw={600}>
        {taller
          ? `${persona.nombres} ya está en este taller`
          : `${persona.nombres} ya tiene este curso`}
      </Text>
      <Text size="sm">
        {taller
          ? 'Para registrar un pago o nombrar asistentes, abre su venta. Si el cupo es para alguien más, inscribe a esa persona.'
          : 'Para registrar un pago, abre su venta.'}
      </Text>
      <Group gap="sm" mt="sm">
        {venta && (
          <ButtonLink to="/app/ventas/$id" params={{ id: String(venta.id) }} variant="default">
            Abrir su venta {venta.codigo}
          </ButtonLink>
        )}
        {quitar}
      </Group>
    </Alert>
  );
}
