import { Button, Group, List, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type AjustesCorreo, crearDkim, quitarDkim } from '#contract/correo.ts';
import { useMutate } from '../../../api/queries.ts';
import { CopyText } from '../../../ui/CopyText.tsx';
import { confirmAction } from '../../../ui/confirm.tsx';
import { EstadoBadge } from '../../../ui/EstadoBadge.tsx';
import { FormFrame } from '../../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../../ui/form/useContractForm.ts';
import { Panel } from '../../../ui/Panel.tsx';

/** The signature by which others see that a message is the school's, and the record that makes it count. */
export function FirmaDkim({ correo }: { correo: AjustesCorreo }) {
  const [renewing, setRenewing] = useState(false);
  const { dkimRegistro } = correo;
  return (
    <Panel
      title="Firma DKIM"
      actions={
        <EstadoBadge tone={correo.dkimDominio ? 'ok' : 'neutral'}>
          {correo.dkimDominio ? 'Se firma' : 'Sin firma nuestra'}
        </EstadoBadge>
      }
    >
      <Text c="dimmed" size="sm" mb="md">
        Demuestra que el correo es tuyo. Si tu proveedor ya firma por tu dominio, no hace falta.
      </Text>
      {dkimRegistro && !renewing ? (
        <Registro registro={dkimRegistro} onRenew={() => setRenewing(true)} />
      ) : (
        <CrearLlave key={dominioDe(correo)} correo={correo} onDone={() => setRenewing(false)} />
      )}
    </Panel>
  );
}

type RegistroProps = {
  registro: NonNullable<AjustesCorreo['dkimRegistro']>;
  onRenew: () => void;
};

function Registro({ registro: { nombre, valor, partes }, onRenew }: RegistroProps) {
  const quitar = useMutate(quitarDkim, { done: 'Los correos salen sin nuestra firma.' });
  async function ask() {
    const yes = await confirmAction({
      title: '¿Dejar de firmar?',
      body: 'La llave se olvida. Para volver a firmar habrá que crear otra y publicarla en el DNS.',
      confirm: 'Dejar de firmar',
      danger: true,
    });
    if (yes) quitar.mutate({});
  }
  return (
    <Stack gap="md">
      <Text>Publica este registro TXT en el DNS de tu dominio, donde lo administras:</Text>
      <CopyText label="Nombre" text={nombre} />
      <CopyText label="Contenido" text={valor} multiline />
      <details>
        <summary>Mi panel no acepta un contenido tan largo</summary>
        <Text size="sm" c="dimmed" my="xs">
          Algunos piden partirlo en textos de hasta 255 caracteres, cada uno entre comillas:
        </Text>
        <CopyText
          label="Contenido en partes"
          text={partes.map((parte) => `"${parte}"`).join(' ')}
          multiline
        />
      </details>
      <List size="sm" c="dimmed">
        <List.Item>
          Si el panel agrega el dominio por su cuenta, escribe el nombre sin él.
        </List.Item>
        <List.Item>
          Puede tardar algunas horas en verse. En «Diagnóstico» aparece si ya está.
        </List.Item>
      </List>
      <Group justify="flex-end">
        <Button variant="subtle" color="red" loading={quitar.isPending} onClick={() => void ask()}>
          Dejar de firmar
        </Button>
        <Button variant="default" onClick={onRenew}>
          Crear otra llave
        </Button>
      </Group>
    </Stack>
  );
}

const dominioDe = ({ dkimDominio, remitenteEmail }: AjustesCorreo) =>
  dkimDominio ?? remitenteEmail?.split('@')[1] ?? '';

const schema = crearDkim.body.omit({ version: true });

function CrearLlave({ correo, onDone }: { correo: AjustesCorreo; onDone: () => void }) {
  const crear = useMutate(crearDkim, {
    notifyError: false,
    done: 'Llave creada. Ahora publica su registro en el DNS.',
  });
  const renewing = correo.dkimRegistro !== null;
  const form = useContractForm({
    schema,
    initialValues: {
      dominio: dominioDe(correo),
      selector: renewing ? `${correo.dkimSelector}2`.slice(0, 63) : 'tmm',
    },
    send: (body) => crear.mutateAsync({ body: { ...body, version: correo.version } }),
    onDone,
    guard: false,
  });
  return (
    <FormFrame
      form={form}
      submitLabel="Crear llave"
      cancel={
        renewing && (
          <Button variant="subtle" onClick={onDone}>
            Cancelar
          </Button>
        )
      }
    >
      {renewing && (
        <Text>
          La llave nueva firma desde que la creas, así que publica su registro de inmediato. Con
          otro selector, lo ya enviado se sigue comprobando con la anterior.
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label="Dominio"
          description="El de la dirección del remitente."
          placeholder="tuescuela.cl"
          required
          {...form.field('dominio')}
        />
        <TextInput
          label="Selector"
          description="Un nombre corto para esta llave."
          required
          {...form.field('selector')}
        />
      </SimpleGrid>
    </FormFrame>
  );
}
