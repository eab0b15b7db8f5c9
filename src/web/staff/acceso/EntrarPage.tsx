import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { signIn } from '#contract/auth.ts';
import { call } from '../../api/client.ts';
import { EmailInput } from '../../ui/form/EmailInput.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { SecretInput } from '../../ui/form/SecretInput.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { AccessFrame } from './AccessFrame.tsx';
import { safeReturn } from './safeReturn.ts';

export default function EntrarPage() {
  const { volver } = useSearch({ strict: false });
  const client = useQueryClient();
  const { history } = useRouter();
  const form = useContractForm({
    schema: signIn.body,
    initialValues: { email: '', clave: '' },
    send: (body) => call(signIn, { body }),
    onDone: () => {
      client.clear();
      history.push(safeReturn(volver));
    },
    guard: false,
  });

  return (
    <AccessFrame title="Entrar">
      <FormFrame form={form} submitLabel="Entrar" wide>
        <EmailInput label="Correo" {...form.field('email')} autoComplete="username" />
        <SecretInput label="Contraseña" autoComplete="current-password" {...form.field('clave')} />
      </FormFrame>
    </AccessFrame>
  );
}
