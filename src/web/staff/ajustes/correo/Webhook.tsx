import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { crearWebhook, quitarWebhook } from '#contract/correo.ts';
import { useMutate } from '../../../api/queries.ts';
import { CopyText } from '../../../ui/CopyText.tsx';
import { confirmAction } from '../../../ui/confirm.tsx';
import { EstadoBadge } from '../../../ui/EstadoBadge.tsx';
import { FormModal } from '../../../ui/FormModal.tsx';
import { Panel } from '../../../ui/Panel.tsx';

const ejemplo = `{ "eventos": [
  { "tipo": "DURO", "email": "persona@ejemplo.cl", "codigo": "5.1.1" }
] }`;

/** Another service may tell of bounces by itself, with a secret that it shares with us. */
export function Webhook({ tiene }: { tiene: boolean }) {
  const [shown, setShown] = useState<{ url: string; clave: string }>();
  const crear = useMutate(crearWebhook, { onSuccess: setShown });
  const quitar = useMutate(quitarWebhook, { done: 'Ya no se aceptan avisos de otro servicio.' });

  async function renew() {
    const yes =
      !tiene ||
      (await confirmAction({
        title: '¿Crear otra clave?',
        body: 'La anterior deja de servir: el servicio que la usa no podrá avisar hasta que le pongas la nueva.',
        confirm: 'Crear otra clave',
        danger: true,
      }));
    if (yes) crear.mutate({});
  }

  async function remove() {
    const yes = await confirmAction({
      title: '¿Dejar de aceptar avisos?',
      body: 'El servicio que usa la clave ya no podrá avisar de rebotes ni reclamos.',
      confirm: 'Dejar de aceptar',
      danger: true,
    });
    if (yes) quitar.mutate({});
  }

  return (
    <Panel
      title="Avisos de otro servicio"
      actions={
        <EstadoBadge tone={tiene ? 'ok' : 'neutral'}>{tiene ? 'Activos' : 'Sin usar'}</EstadoBadge>
      }
    >
      <Text c="dimmed" size="sm" mb="md">
        Si tu proveedor avisa de rebotes y reclamos por webhook, puede hacerlo aquí en lugar del
        buzón. Tu servidor de correo también puede entregar cada rebote a{' '}
        <Code>npm run rebote</Code>.
      </Text>
      <Group justify="flex-end">
        {tiene && (
          <Button
            variant="subtle"
            color="red"
            loading={quitar.isPending}
            onClick={() => void remove()}
          >
            Dejar de aceptar
          </Button>
        )}
        <Button variant="default" loading={crear.isPending} onClick={() => void renew()}>
          {tiene ? 'Crear otra clave' : 'Crear clave'}
        </Button>
      </Group>
      <FormModal
        title="Clave para avisar de rebotes"
        opened={shown !== undefined}
        onClose={() => setShown(undefined)}
        size="lg"
      >
        {shown && (
          <Stack>
            <Text>Cópiala ahora: no se vuelve a mostrar.</Text>
            <CopyText label="Clave" text={shown.clave} />
            <CopyText label="Dirección" text={shown.url} />
            <Text size="sm" c="dimmed">
              El servicio envía un POST a esa dirección, con la cabecera{' '}
              <Code>Authorization: Bearer</Code> y la clave, y este contenido. Los tipos son DURO,
              BLANDO y RECLAMO.
            </Text>
            <Code block>{ejemplo}</Code>
            <Group justify="flex-end">
              <Button onClick={() => setShown(undefined)}>Ya la copié</Button>
            </Group>
          </Stack>
        )}
      </FormModal>
    </Panel>
  );
}
