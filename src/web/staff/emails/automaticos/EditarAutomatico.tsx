import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp, IconSend } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type Automatico,
  listAutomaticos,
  restoreAutomatico,
  sendPruebaAutomatico,
  updateAutomatico,
} from '#contract/automaticos.ts';
import { contenidoCampos } from '#contract/plantillas.ts';
import { useMutate } from '../../../api/queries.ts';
import { callSignedIn } from '../../../api/session.ts';
import { confirmAction } from '../../../ui/confirm.tsx';
import { EstadoBadge } from '../../../ui/EstadoBadge.tsx';
import { FormFrame } from '../../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../../ui/form/useContractForm.ts';
import { ButtonLink } from '../../../ui/link.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { type FormValues, useVersions } from '../../useVersions.ts';
import { VersionConflict } from '../../VersionConflict.tsx';
import type { PersonaElegida } from '../../ventas/ElegirPersona.tsx';
import { ContenidoEditor } from '../editor/ContenidoEditor.tsx';
import { EnviarPruebaModal } from '../editor/EnviarPruebaModal.tsx';
import { EscribirYVer } from '../editor/EscribirYVer.tsx';
import { fuenteAutomatico } from '../editor/useVista.ts';
import { VistaPrevia } from '../editor/VistaPrevia.tsx';
import { type ContenidoDraft, campos, draftOf, findAutomatico } from './automaticoForm.ts';

type Props = { automatico: Automatico; onRestored: (automatico: Automatico) => void };

/** The words of a mail that goes out by itself, beside how it will look. */
export function EditarAutomatico({ automatico, onRestored }: Props) {
  const { clave, nombre, cuando, activo, editado, variables } = automatico;
  const navigate = useNavigate();
  const params = { clave };
  const [persona, setPersona] = useState<PersonaElegida>();
  const [testing, { open, close }] = useDisclosure();
  const cambiar = useMutate(updateAutomatico, { notifyError: false, done: 'Texto guardado.' });
  const probar = useMutate(sendPruebaAutomatico, { notifyError: false });
  const versions = useVersions(automatico, {
    schema: contenidoCampos,
    toValues: draftOf,
    load: async () => findAutomatico(await callSignedIn(listAutomaticos, {}), automatico),
  });
  const form = useContractForm({
    schema: contenidoCampos,
    initialValues: draftOf(automatico),
    send: (contenido) =>
      versions.send((version) => cambiar.mutateAsync({ params, body: { contenido, version } })),
    onDone: () => void navigate({ to: '/app/emails/automaticos' }),
  });
  const escrito = { ...draftOf(automatico), ...form.form.values };
  const asValues: FormValues = {
    get: (name) => (form.form.getValues() as Record<string, unknown>)[name],
    set: (name, value) => form.form.setFieldValue(name as keyof ContenidoDraft, value as never),
  };
  return (
    <>
      <PageHeader
        title={nombre}
        badge={
          <Group gap={6}>
            {!activo && <EstadoBadge tone="off">Apagado</EstadoBadge>}
            {editado && <EstadoBadge tone="info">Con texto propio</EstadoBadge>}
          </Group>
        }
        subtitle={
          <Text c="dimmed" maw={680} mt={4}>
            {cuando}
          </Text>
        }
        back={{ to: '/app/emails/automaticos', label: 'Volver a automáticos' }}
        actions={editado && <Original automatico={versions.latest} onRestored={onRestored} />}
      />
      <EscribirYVer
        escribir={
          <FormFrame
            form={versions.refused ? { ...form, problem: undefined } : form}
            cancel={
              <ButtonLink to="/app/emails/automaticos" variant="subtle">
                Cancelar
              </ButtonLink>
            }
          >
            <VersionConflict
              versions={versions}
              form={asValues}
              noun="este correo"
              labels={campos}
              show={(of, name) =>
                name === 'cuerpo' ? 'otro mensaje' : draftOf(of)[name as 'asunto']
              }
            />
            <ContenidoEditor field={(campo) => form.field(campo)} variables={variables} />
          </FormFrame>
        }
        ver={
          <VistaPrevia
            fuente={fuenteAutomatico(clave)}
            escrito={escrito}
            persona={persona}
            onPersona={setPersona}
            actions={
              <Button
                variant="default"
                leftSection={<IconSend size={18} aria-hidden />}
                onClick={open}
              >
                Enviar prueba
              </Button>
            }
          />
        }
      />
      <EnviarPruebaModal
        opened={testing}
        onClose={close}
        persona={persona}
        enviar={(para, clienteId) =>
          probar.mutateAsync({ params, body: { ...escrito, para, clienteId } })
        }
      />
    </>
  );
}

function Original({ automatico, onRestored }: Props) {
  const { clave, version } = automatico;
  const restaurar = useMutate(restoreAutomatico, {
    done: 'Volvió al texto original.',
    onSuccess: onRestored,
  });

  async function restore() {
    const yes = await confirmAction({
      title: '¿Volver al texto original?',
      body: 'El texto que escribió la escuela se pierde, y desde ahora sale el original.',
      confirm: 'Volver al original',
      danger: true,
    });
    if (yes) restaurar.mutate({ params: { clave }, body: { version } });
  }

  return (
    <Button
      variant="default"
      leftSection={<IconArrowBackUp size={18} aria-hidden />}
      loading={restaurar.isPending}
      onClick={() => void restore()}
    >
      Volver al original
    </Button>
  );
}
