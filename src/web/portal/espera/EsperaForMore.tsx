import { Button, Stack, Text, Title } from '@mantine/core';
import type { TallerPublico } from '#contract/publico.ts';
import { seatsText } from '../talleres/words.ts';
import { EsperaForm } from './EsperaForm.tsx';

type Props = { taller: TallerPublico; onBack: () => void };

const focusTitle = (title: HTMLHeadingElement | null) => title?.focus();

/** For those who come with more people than there are seats left. */
export function EsperaForMore({ taller, onBack }: Props) {
  return (
    <Stack gap="md">
      <div>
        {/* What was pressed is gone: the reader goes on from here. */}
        <Title order={2} tabIndex={-1} ref={focusTitle}>
          ¿Vienen más personas?
        </Title>
        <Text c="dimmed" mt="xs">
          {seatsText(taller).text}. Anótate en la lista de espera por todos los que necesitas: si se
          liberan, te los ofrecemos juntos y te los guardamos un tiempo para que respondas.
        </Text>
      </div>
      <EsperaForm taller={taller} minimum={taller.maximoPorInscripcion + 1} />
      <Button variant="subtle" onClick={onBack}>
        Volver a la inscripción
      </Button>
    </Stack>
  );
}
