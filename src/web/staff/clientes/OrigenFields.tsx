import { Button, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { nombresOrigen, opciones } from '#contract/nombres.ts';
import type { ClienteFormPart } from './clienteValues.ts';

/** How the person came to know the business: first touch, written once. */
export function OrigenFields({ field, values }: ClienteFormPart) {
  const detail = values.origenDetalle;
  const told = Boolean(detail?.utmSource || detail?.utmMedium || detail?.utmCampaign);
  const [opened, { open }] = useDisclosure(told);
  const { error, ...origen } = field('origen');
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label="Cómo llegó"
          required
          placeholder="Elige el origen"
          data={opciones(nombresOrigen)}
          allowDeselect={false}
          {...origen}
          error={error && 'Elige cómo llegó.'}
        />
        {values.origen === 'REFERIDO' && (
          <TextInput label="Referido por" {...field('origenDetalle.referidoPor')} />
        )}
      </SimpleGrid>
      {opened ? (
        <SimpleGrid cols={{ base: 1, sm: 3 }} mt="md">
          <TextInput label="Campaña" {...field('origenDetalle.utmCampaign')} />
          <TextInput label="Fuente de la campaña" {...field('origenDetalle.utmSource')} />
          <TextInput label="Medio de la campaña" {...field('origenDetalle.utmMedium')} />
        </SimpleGrid>
      ) : (
        <Button variant="subtle" size="compact-sm" mt={6} ml={-8} onClick={open}>
          Agregar datos de la campaña
        </Button>
      )}
    </>
  );
}
