import { Skeleton, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { TallerPublico } from '#contract/publico.ts';
import { AppLink } from '../../ui/link.tsx';

// The form and its validation load where a workshop is full.
const EsperaForm = lazy(async () => ({ default: (await import('./EsperaForm.tsx')).EsperaForm }));

type Props = { taller: TallerPublico; justFilled: boolean };

/** What one may do about a full workshop. */
export function EsperaOffer({ taller, justFilled }: Props) {
  return (
    <Stack gap="md">
      <div>
        <Title order={2}>
          {justFilled ? 'Se acaban de tomar los últimos cupos' : 'Este taller está completo'}
        </Title>
        <Text c="dimmed" mt="xs">
          Anótate en la lista de espera: si se libera un cupo, se ofrece por orden de llegada y te
          lo guardamos un tiempo para que respondas.
          {justFilled && ' Guardamos lo que ya escribiste.'}
        </Text>
      </div>
      <Suspense fallback={<Skeleton height={420} />}>
        <EsperaForm taller={taller} />
      </Suspense>
      <AppLink to="/" ta="center" className="tap-links">
        Ver otros talleres
      </AppLink>
    </Stack>
  );
}
