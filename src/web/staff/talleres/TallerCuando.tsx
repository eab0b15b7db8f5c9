import { Group, Radio, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { nombresModalidad, opciones } from '#contract/nombres.ts';
import { zonas } from '#contract/zonas.ts';
import { ComunaSelect } from '../../ui/form/ComunaSelect.tsx';
import { DateTimeInput } from '../../ui/form/DateTimeInput.tsx';
import { suggestEnd, type TallerFormPart } from './tallerForm.ts';

/** The dates by the clock of the zone chosen, and the place or the link. */
export function TallerCuando({ field, values, set }: TallerFormPart) {
  const zona = values.zona ?? 'America/Santiago';
  const start = field('iniciaEn');
  const enVivo = values.modalidad === 'EN_VIVO';
  const others = zonas.some(({ valor }) => valor === zona) ? [] : [{ value: zona, label: zona }];
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <DateTimeInput
          label="Empieza"
          required
          zone={zona}
          {...start}
          onChange={(value) => {
            const end = suggestEnd(value, values);
            set('iniciaEn', value);
            if (value && end !== values.terminaEn) set('terminaEn', end);
          }}
        />
        <DateTimeInput label="Termina" required zone={zona} {...field('terminaEn')} />
      </SimpleGrid>
      {!values.terminaEn && (
        <Text size="sm" c="dimmed">
          Al poner el inicio se propone el término tres horas después.
        </Text>
      )}
      <Select
        label="Hora de"
        description="Las horas de arriba son las del reloj de este lugar."
        allowDeselect={false}
        maw={360}
        data={[...zonas.map(({ valor, nombre }) => ({ value: valor, label: nombre })), ...others]}
        {...field('zona')}
      />
      <Radio.Group label="Modalidad" {...field('modalidad')}>
        <Group mt={6} gap="lg">
          {opciones(nombresModalidad).map(({ value, label }) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Group>
      </Radio.Group>
      {enVivo ? (
        <TextInput
          label="Enlace"
          description="La dirección de la reunión; solo la ve el equipo."
          placeholder="https://"
          inputMode="url"
          autoComplete="off"
          {...field('enlace')}
        />
      ) : (
        <>
          <TextInput
            label="Lugar"
            description="Hace falta para publicarlo."
            placeholder="Sala Norte, Casa Taller…"
            autoComplete="off"
            {...field('lugar')}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput label="Dirección" autoComplete="off" {...field('direccion')} />
            <ComunaSelect label="Comuna" {...field('comuna')} />
          </SimpleGrid>
        </>
      )}
    </Stack>
  );
}
