import { Button, Group, Popover, Text } from '@mantine/core';
import { useState } from 'react';
import { nombreCompleto } from '../../clientes/persona.ts';
import { ElegirPersona, type PersonaElegida } from '../../ventas/ElegirPersona.tsx';

type Props = {
  persona: PersonaElegida | undefined;
  onPersona: (persona: PersonaElegida | undefined) => void;
};

/** With whose data a view is filled. */
export function PersonaVista({ persona, onPersona }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <Group gap="xs">
      <Text size="sm">
        Con los datos de <b>{persona ? nombreCompleto(persona) : 'una persona inventada'}</b>
      </Text>
      <Popover opened={opened} onChange={setOpened} trapFocus shadow="md" width={320}>
        <Popover.Target>
          <Button variant="default" size="compact-sm" onClick={() => setOpened(!opened)}>
            {persona ? 'Cambiar' : 'Elegir a alguien'}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label="Elegir persona">
          <ElegirPersona
            chosen={undefined}
            name="persona"
            error={undefined}
            onPick={(picked) => {
              setOpened(false);
              onPersona(picked);
            }}
            onClear={() => onPersona(undefined)}
          />
          {persona && (
            <Button
              variant="subtle"
              mt="xs"
              fullWidth
              onClick={() => {
                setOpened(false);
                onPersona(undefined);
              }}
            >
              Usar una persona inventada
            </Button>
          )}
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}
