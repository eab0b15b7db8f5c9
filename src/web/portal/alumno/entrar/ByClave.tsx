import { Button, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { enterByClave } from '#contract/portal.ts';
import { EmailInput } from '../../../ui/form/EmailInput.tsx';
import { SecretInput } from '../../../ui/form/SecretInput.tsx';
import { write } from '../../endpoints.ts';
import { Failure } from '../Failure.tsx';
import { fieldProblem, useSend } from '../useSend.ts';
import { useEntered } from './useEntered.ts';

const enter = write<typeof enterByClave>('POST', '/api/portal/sesion');

type Props = { email: string; onEmail: (email: string) => void; volver: string | undefined };

export function ByClave({ email, onEmail, volver }: Props) {
  const [clave, setClave] = useState('');
  const entrar = useSend(enter, useEntered(volver));
  const problems = ['email', 'clave'].map((campo) => fieldProblem(entrar.error, campo));
  return (
    <form
      noValidate
      aria-label="Entrar con contraseña"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!entrar.isPending) entrar.mutate({ body: { email, clave } });
      }}
    >
      <Stack gap="md">
        <EmailInput
          label="Correo"
          size="md"
          required
          value={email}
          onChange={onEmail}
          error={problems[0]}
          autoComplete="username"
        />
        <SecretInput
          label="Contraseña"
          size="md"
          required
          value={clave}
          onChange={(event) => setClave(event.currentTarget.value)}
          error={problems[1]}
          autoComplete="current-password"
        />
        {!problems.some(Boolean) && <Failure error={entrar.error} />}
        <Button type="submit" size="lg" fullWidth loading={entrar.isPending}>
          Entrar
        </Button>
      </Stack>
    </form>
  );
}
