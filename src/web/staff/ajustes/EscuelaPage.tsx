import { SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { Negocio } from '#contract/ajustes.ts';
import { ColorInput } from '../../ui/form/ColorInput.tsx';
import { ComunaSelect } from '../../ui/form/ComunaSelect.tsx';
import { EmailInput } from '../../ui/form/EmailInput.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { ImageInput } from '../../ui/form/ImageInput.tsx';
import { PhoneInput } from '../../ui/form/PhoneInput.tsx';
import { RutInput } from '../../ui/form/RutInput.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { AjustesFrame } from './AjustesFrame.tsx';
import { useAjustesForm } from './useAjustesForm.ts';

export default function EscuelaPage() {
  return (
    <AjustesFrame title="Escuela">
      {(negocio) => <EscuelaForm key={negocio.version} negocio={negocio} />}
    </AjustesFrame>
  );
}

function EscuelaForm({ negocio }: { negocio: Negocio }) {
  const form = useAjustesForm(negocio, [
    'nombre',
    'logoId',
    'colorAcento',
    'email',
    'telefono',
    'whatsapp',
    'direccion',
    'comuna',
    'razonSocial',
    'rut',
    'giro',
  ]);
  return (
    <FormFrame form={form}>
      <Panel title="Marca">
        <Stack>
          <TextInput label="Nombre de la escuela" required {...form.field('nombre')} />
          <ImageInput
            label="Logo"
            description="JPEG, PNG, WebP o AVIF, hasta 8 MB. Se ve en la página pública y aquí."
            {...form.field('logoId')}
          />
          <ColorInput
            label="Color"
            description="El de botones y enlaces. Si es muy claro, lo oscurecemos para que se lea bien."
            required
            {...form.field('colorAcento')}
          />
        </Stack>
      </Panel>
      <Panel title="Contacto">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <EmailInput label="Correo" {...form.field('email')} />
          <PhoneInput label="Teléfono" {...form.field('telefono')} />
          <PhoneInput
            label="WhatsApp"
            description="A este número te escriben desde la página pública."
            {...form.field('whatsapp')}
          />
          <ComunaSelect label="Comuna" {...form.field('comuna')} />
          <TextInput label="Dirección" {...form.field('direccion')} />
        </SimpleGrid>
      </Panel>
      <Panel title="Datos legales">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label="Razón social" {...form.field('razonSocial')} />
          <RutInput label="RUT" {...form.field('rut')} />
          <TextInput label="Giro" {...form.field('giro')} />
        </SimpleGrid>
      </Panel>
    </FormFrame>
  );
}
