import { SimpleGrid, TextInput } from '@mantine/core';
import type { AjustesCorreo } from '#contract/correo.ts';
import { EmailInput } from '../../../ui/form/EmailInput.tsx';
import { FormFrame } from '../../../ui/form/FormFrame.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { useMarca } from '../../session.ts';
import { useSeccion } from './useSeccion.ts';

const campos = ['remitenteNombre', 'remitenteEmail', 'responderA'] as const;

export function Remitente({ correo }: { correo: AjustesCorreo }) {
  const seccion = useSeccion(correo, campos, 'Remitente guardado.');
  const marca = useMarca();
  return (
    <Panel title="Remitente">
      <FormFrame form={seccion}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label="Nombre"
            description="El que ve quien recibe el correo."
            placeholder={marca?.nombre ?? ''}
            {...seccion.field('remitenteNombre')}
          />
          <EmailInput
            label="Dirección"
            description="De tu propio dominio, no de gmail.com."
            placeholder="hola@tuescuela.cl"
            {...seccion.field('remitenteEmail')}
          />
        </SimpleGrid>
        <EmailInput
          label="Las respuestas van a"
          description="Si queda vacío, van al correo de la escuela."
          {...seccion.field('responderA')}
        />
      </FormFrame>
    </Panel>
  );
}
