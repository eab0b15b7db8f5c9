import { SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { ComunaSelect } from '../../ui/form/ComunaSelect.tsx';
import { EmailInput } from '../../ui/form/EmailInput.tsx';
import { PhoneInput } from '../../ui/form/PhoneInput.tsx';
import { RutInput } from '../../ui/form/RutInput.tsx';
import { Panel } from '../../ui/Panel.tsx';

type Field = (name: string) => GetInputPropsReturnType;
type Props = { field: Field; rutError: ReactNode };

/** Who the company is. */
function Identidad({ field, rutError }: Props) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput label="Razón social" required data-autofocus {...field('razonSocial')} />
      <TextInput label="Nombre de fantasía" {...field('nombreFantasia')} />
      <RutInput label="RUT" {...field('rut')} error={rutError} />
      <TextInput label="Giro" {...field('giro')} />
    </SimpleGrid>
  );
}

function Contacto({ field }: { field: Field }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <EmailInput label="Correo" {...field('email')} />
      <PhoneInput label="Teléfono" {...field('telefono')} />
    </SimpleGrid>
  );
}

/** What one needs in order to go on; the rest may be filled in later. */
export function EmpresaShortFields(props: Props) {
  return (
    <>
      <Identidad {...props} />
      <Contacto field={props.field} />
    </>
  );
}

/** All that is known of a company. */
export function EmpresaFields({ field, rutError }: Props) {
  return (
    <>
      <Panel title="La empresa">
        <Identidad field={field} rutError={rutError} />
      </Panel>
      <Panel title="Contacto y dirección">
        <Contacto field={field} />
        <SimpleGrid cols={{ base: 1, sm: 2 }} mt="md">
          <TextInput label="Dirección" autoComplete="off" {...field('direccion')} />
          <ComunaSelect label="Comuna" {...field('comuna')} />
        </SimpleGrid>
      </Panel>
      <Panel title="Notas">
        <Textarea
          aria-label="Notas"
          description="Solo las ve el equipo."
          autosize
          minRows={3}
          maxRows={12}
          {...field('notas')}
        />
      </Panel>
    </>
  );
}
