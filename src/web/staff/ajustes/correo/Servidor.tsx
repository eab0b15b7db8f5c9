import { Button, Divider, NumberInput, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type AjustesCorreo, updateAjustesCorreo } from '#contract/correo.ts';
import { type ProveedorCorreo, proveedoresCorreo } from '#contract/proveedoresCorreo.ts';
import { useMutate } from '../../../api/queries.ts';
import { confirmAction } from '../../../ui/confirm.tsx';
import { FormFrame } from '../../../ui/form/FormFrame.tsx';
import { SecretInput } from '../../../ui/form/SecretInput.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { ProbarServidor } from './ProbarServidor.tsx';
import { SeguridadField } from './SeguridadField.tsx';
import { useSeccion } from './useSeccion.ts';

const campos = [
  'smtpHost',
  'smtpPuerto',
  'smtpSeguridad',
  'smtpUsuario',
  'conexiones',
  'limiteSegundo',
  'limiteHora',
] as const;

export function Servidor({ correo }: { correo: AjustesCorreo }) {
  const seccion = useSeccion(correo, campos, 'Servidor guardado.');
  const [proveedor, setProveedor] = useState<ProveedorCorreo>();
  const { form, field } = seccion;

  function fill(clave: string | null) {
    const elegido = proveedoresCorreo.find((uno) => uno.clave === clave);
    setProveedor(elegido);
    if (!elegido) return;
    const dominio = correo.remitenteEmail?.split('@')[1];
    form.setValues({
      smtpHost: elegido.host ?? (dominio ? `mail.${dominio}` : ''),
      smtpPuerto: elegido.puerto,
      smtpSeguridad: elegido.seguridad,
      conexiones: elegido.conexiones,
      limiteSegundo: elegido.limiteSegundo,
      limiteHora: elegido.limiteHora,
    });
  }

  return (
    <Panel title="Servidor de envío">
      <FormFrame form={seccion} cancel={<QuitarServidor correo={correo} />}>
        <Select
          label="Proveedor"
          description="Completa el servidor y sus límites; después los puedes cambiar."
          placeholder="Elige el tuyo, o escribe los datos"
          data={proveedoresCorreo.map(({ clave, nombre }) => ({ value: clave, label: nombre }))}
          value={proveedor?.clave ?? null}
          onChange={fill}
          clearable
        />
        {proveedor && (
          <Text size="sm" c="dimmed">
            {proveedor.ayuda}
          </Text>
        )}
        <TextInput
          label="Servidor"
          placeholder="mail.tuescuela.cl"
          autoCapitalize="none"
          spellCheck={false}
          {...field('smtpHost')}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <SeguridadField {...field('smtpSeguridad')} />
          <NumberInput
            label="Puerto"
            allowDecimal={false}
            hideControls
            {...seccion.number('smtpPuerto')}
          />
          <TextInput
            label="Usuario"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            {...field('smtpUsuario')}
          />
          <SecretInput
            label="Contraseña"
            description={
              correo.tieneSmtpClave ? 'Hay una guardada. Escribe solo para cambiarla.' : undefined
            }
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="new-password"
            {...seccion.secret('smtpClave')}
          />
        </SimpleGrid>
        <Divider label="Límites" labelPosition="left" />
        <Text size="sm" c="dimmed">
          Los correos salen a lo más a este ritmo, aunque haya miles esperando. Vacío es sin límite.
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <NumberInput
            label="Por segundo"
            allowDecimal={false}
            {...seccion.number('limiteSegundo')}
          />
          <NumberInput label="Por hora" allowDecimal={false} {...seccion.number('limiteHora')} />
          <NumberInput
            label="Conexiones a la vez"
            allowDecimal={false}
            min={1}
            max={20}
            required
            {...seccion.number('conexiones')}
          />
        </SimpleGrid>
      </FormFrame>
      <ProbarServidor correo={correo} sinGuardar={seccion.dirty} />
    </Panel>
  );
}

function QuitarServidor({ correo }: { correo: AjustesCorreo }) {
  const quitar = useMutate(updateAjustesCorreo, { done: 'Servidor quitado.' });
  if (!correo.smtpHost) return null;
  async function ask() {
    const yes = await confirmAction({
      title: '¿Quitar el servidor de envío?',
      body: 'Se olvida su contraseña. Los correos que esperan quedan en espera de otro servidor o se guardan sin enviarse.',
      confirm: 'Quitar servidor',
      danger: true,
    });
    if (yes) quitar.mutate({ body: { smtpHost: null, version: correo.version } });
  }
  return (
    <Button variant="subtle" color="red" loading={quitar.isPending} onClick={() => void ask()}>
      Quitar servidor
    </Button>
  );
}
