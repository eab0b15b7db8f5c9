import { ColorSwatch, Group } from '@mantine/core';
import type { InteresRef } from '#contract/intereses.ts';

/** An interest by its name; its colour only helps. */
export function InteresTag({ interes }: { interes: InteresRef }) {
  return (
    <Group component="span" gap={6} display="inline-flex" wrap="nowrap">
      <ColorSwatch
        component="span"
        color={interes.color}
        size={10}
        withShadow={false}
        aria-hidden
      />
      {interes.nombre}
    </Group>
  );
}
