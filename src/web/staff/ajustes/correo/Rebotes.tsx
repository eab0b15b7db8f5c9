import { Button, Divider, Group, NumberInput, SimpleGrid, Text, TextInput } from '@mantine/core';
import { type AjustesCorreo, revisarBuzon, updateAjustesCorreo } from '#contract/correo.ts';
import { useMutate } from '../../../api/queries.ts';
import { confirmAction } from '../../../ui/confirm.tsx';
import { DateTime } from '../../../ui/DateTime.tsx';
import { EmailInput } from '../../../ui/form/EmailInput.tsx';
import { FormFrame } from '../../../ui/form/FormFrame.tsx';
import { SecretInput } from '../../../ui/form/SecretInput.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { Resultado } from './Resultado.tsx';
import { SeguridadField } from './SeguridadField.tsx';
import { useSeccion } from './useSeccion.ts';

const campos = [
  'rebotesEmail',
  'buzonHost',
  'buzonPuerto',
  'buzonSeguridad',
  'buzonUsuario',
] as const;

/** Where what comes back goes, and the mailbox in which it is read. */
export function Rebotes({ correo }: { correo: AjustesCorreo }) {
  const seccion = useSeccion(correo, campos, 'Rebotes guardados.');
  const { field, form } = seccion;
  const typed = form.values.rebotesEmail || 'rebotes@tuescuela.cl';
  return (
    <Panel title="Rebotes">
      <Text c="dimmed" size="sm" mb="md">
        Cuando una dirección no existe o alguien marca un correo como spam, su servidor avisa. Al
        leer esos avisos dejamos de escribirles, y tu reputación se mantiene.
      </Text>
      <FormFrame form={seccion} cancel={<QuitarBuzon correo={correo} />}>
        <EmailInput
          label="Dirección para rebotes"
          description={`Cada mensaje agrega su marca después de un «+», como ${typed.replace('@', '+…@')}. Tu servidor debe aceptar esas direcciones: Google, Microsoft y casi todos los hostings lo hacen. Si queda vacía, los rebotes llegan al remitente.`}
          placeholder="rebotes@tuescuela.cl"
          {...field('rebotesEmail')}
        />
        <Divider label="Buzón donde llegan (IMAP)" labelPosition="left" />
        <Text size="sm" c="dimmed">
          Lo revisamos cada 5 minutos. Mejor uno solo para rebotes: los mensajes quedan leídos, los
          que no son rebotes quedan además destacados, y no se borra ninguno.
        </Text>
        <TextInput
          label="Servidor del buzón"
          placeholder="mail.tuescuela.cl"
          autoCapitalize="none"
          spellCheck={false}
          {...field('buzonHost')}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <SeguridadField label="Seguridad del buzón" {...field('buzonSeguridad')} />
          <NumberInput
            label="Puerto del buzón"
            placeholder="993"
            allowDecimal={false}
            hideControls
            {...seccion.number('buzonPuerto')}
          />
          <TextInput
            label="Usuario del buzón"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            {...field('buzonUsuario')}
          />
          <SecretInput
            label="Contraseña del buzón"
            description={
              correo.tieneBuzonClave ? 'Hay una guardada. Escribe solo para cambiarla.' : undefined
            }
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="new-password"
            {...seccion.secret('buzonClave')}
          />
        </SimpleGrid>
      </FormFrame>
      {correo.buzonHost && <EstadoBuzon correo={correo} />}
    </Panel>
  );
}

function EstadoBuzon({ correo }: { correo: AjustesCorreo }) {
  const revisar = useMutate(revisarBuzon, {});
  return (
    <>
      <Divider mt="lg" mb="sm" />
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {correo.buzonRevisadoEn ? (
            <>
              Revisado <DateTime value={correo.buzonRevisadoEn} as="fechaHora" />
            </>
          ) : (
            'Aún no se revisa.'
          )}
        </Text>
        <Button variant="default" loading={revisar.isPending} onClick={() => revisar.mutate({})}>
          Revisar ahora
        </Button>
      </Group>
      {revisar.data ? (
        <Resultado bien={revisar.data.bien} detalle={revisar.data.detalle} />
      ) : (
        correo.buzonError && <Resultado bien={false} detalle={correo.buzonError} />
      )}
    </>
  );
}

function QuitarBuzon({ correo }: { correo: AjustesCorreo }) {
  const quitar = useMutate(updateAjustesCorreo, { done: 'Buzón quitado.' });
  if (!correo.buzonHost) return null;
  async function ask() {
    const yes = await confirmAction({
      title: '¿Dejar de leer el buzón?',
      body: 'Se olvida su contraseña y sus mensajes quedan donde están. No sabremos de los rebotes que lleguen ahí.',
      confirm: 'Quitar buzón',
      danger: true,
    });
    if (yes) quitar.mutate({ body: { buzonHost: null, version: correo.version } });
  }
  return (
    <Button variant="subtle" color="red" loading={quitar.isPending} onClick={() => void ask()}>
      Quitar buzón
    </Button>
  );
}
