import { Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { signIn } from '#contract/auth.ts';
import { call } from '../../api/client.ts';
import { onSessionLost } from '../../api/session.ts';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { SecretInput } from '../../ui/form/SecretInput.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { ButtonLink } from '../../ui/link.tsx';
import { useYo } from '../session.ts';

/** When the session ends in the middle of work: the password again, over the screen as it was. */
export function SignInAgain() {
  const [answer, setAnswer] = useState<(back: boolean) => void>();

  useEffect(() => {
    onSessionLost(() => new Promise<boolean>((resolve) => setAnswer(() => resolve)));
    return () => onSessionLost(undefined);
  }, []);

  function finish(back: boolean) {
    answer?.(back);
    setAnswer(undefined);
  }

  return (
    <Modal opened={answer !== undefined} onClose={() => finish(false)} title="Tu sesión se cerró">
      <PasswordForm onDone={() => finish(true)} onLeave={() => finish(false)} />
    </Modal>
  );
}

function PasswordForm({ onDone, onLeave }: { onDone: () => void; onLeave: () => void }) {
  const yo = useYo();
  const form = useContractForm({
    schema: signIn.body,
    initialValues: { email: yo.email, clave: '' },
    send: (body) => call(signIn, { body }),
    onDone,
    guard: false,
  });
  return (
    <Stack>
      <Text>
        Escribe la contraseña de <strong>{yo.email}</strong> para seguir donde estabas. Lo que
        escribiste sigue ahí.
      </Text>
      <FormFrame
        form={form}
        submitLabel="Seguir"
        cancel={
          <ButtonLink to="/app/entrar" variant="subtle" onClick={onLeave}>
            Entrar con otra cuenta
          </ButtonLink>
        }
      >
        <input type="hidden" name="username" autoComplete="username" value={yo.email} readOnly />
        <SecretInput
          label="Contraseña"
          autoComplete="current-password"
          data-autofocus
          {...form.field('clave')}
        />
      </FormFrame>
    </Stack>
  );
}
