import { TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { EmailInput } from '../../ui/form/EmailInput.tsx';
import { PhoneInput } from '../../ui/form/PhoneInput.tsx';

type Props = {
  field: (name: 'nombres' | 'apellidos' | 'email' | 'telefono') => GetInputPropsReturnType;
};

/** Who buys, and how to reach them. */
export function PersonaFields({ field }: Props) {
  return (
    <>
      <TextInput
        label="Nombres"
        autoComplete="given-name"
        size="md"
        required
        {...field('nombres')}
      />
      <TextInput
        label="Apellidos"
        autoComplete="family-name"
        size="md"
        required
        {...field('apellidos')}
      />
      <EmailInput label="Correo" size="md" required {...field('email')} autoComplete="email" />
      <PhoneInput
        label="Teléfono"
        description="De preferencia el de tu WhatsApp"
        size="md"
        required
        {...field('telefono')}
        autoComplete="tel"
      />
    </>
  );
}
