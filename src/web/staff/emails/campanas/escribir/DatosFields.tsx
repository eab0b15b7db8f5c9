import { Checkbox, Group, Radio, Stack, TextInput } from '@mantine/core';
import type { TipoCampana } from '#contract/emails.ts';
import { nombresTipoCampana, opciones } from '#contract/nombres.ts';
import type { Escritura } from './useBorrador.ts';

/** What only the team sees of a campaign. */
export function DatosFields({
  escritura: { valores, cambiar, problemas },
}: {
  escritura: Escritura;
}) {
  return (
    <Stack gap="md">
      <TextInput
        label="Nombre"
        description="Solo lo ve tu equipo."
        required
        maxLength={120}
        value={valores.nombre}
        error={problemas.nombre?.mensaje}
        onChange={(event) => cambiar({ nombre: event.currentTarget.value })}
      />
      <Radio.Group
        label="Qué es"
        value={valores.tipo}
        onChange={(tipo) => cambiar({ tipo: tipo as TipoCampana })}
      >
        <Group gap="lg" mt={8}>
          {opciones(nombresTipoCampana).map(({ value, label }) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Group>
      </Radio.Group>
      <Checkbox
        label="Medir quién lo abre y en qué enlaces hace clic"
        description="Los enlaces pasan por tu sitio antes de llegar a su destino. Algunas personas prefieren que no se mida."
        checked={valores.seguimiento}
        onChange={(event) => cambiar({ seguimiento: event.currentTarget.checked })}
      />
    </Stack>
  );
}
