import { Button, Stack } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef } from 'react';
import type { requestEnlace } from '#contract/portal.ts';
import { WhatsappLink } from '../../../ui/contact.tsx';
import { EmailInput } from '../../../ui/form/EmailInput.tsx';
import { write } from '../../endpoints.ts';
import { negocioQuery } from '../../publico.api.ts';
import { Failure } from '../Failure.tsx';
import { fieldProblem, useSend } from '../useSend.ts';
import classes from './entrar.module.css';

const request = write<typeof requestEnlace>('POST', '/api/portal/enlaces');

type Props = { email: string; onEmail: (email: string) => void };

/** Asks the school for a link. Its answer is the same whether it knows the address or not. */
export function ByEnlace({ email, onEmail }: Props) {
  const pedir = useSend(request);
  if (pedir.isSuccess) {
    return <Asked message={pedir.data.mensaje} email={email} again={() => pedir.reset()} />;
  }
  const problem = fieldProblem(pedir.error, 'email');
  return (
    <form
      noValidate
      aria-label="Pedir un enlace"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!pedir.isPending) pedir.mutate({ body: { email } });
      }}
    >
      <Stack gap="md">
        <EmailInput
          label="Correo"
          description="El mismo con que compraste o te inscribiste"
          size="md"
          required
          value={email}
          onChange={onEmail}
          error={problem}
          autoComplete="email"
        />
        {!problem && <Failure error={pedir.error} />}
        <Button type="submit" size="lg" fullWidth loading={pedir.isPending}>
          Pedir un enlace
        </Button>
        <p className={classes.hint}>
          La escuela te envía por WhatsApp o por correo un enlace para entrar sin contraseña. Lo
          manda una persona del equipo: puede tardar un rato.
        </p>
      </Stack>
    </form>
  );
}

type AskedProps = { message: string; email: string; again: () => void };

function Asked({ message, email, again }: AskedProps) {
  const { data } = useQuery(negocioQuery);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div ref={ref} tabIndex={-1} role="status" className={classes.asked}>
      <IconSend size={32} stroke={1.5} aria-hidden />
      <h2>Pedimos tu enlace</h2>
      <p>{message}</p>
      <p>
        El enlace sirve una sola vez y dura 24 horas. Puedes cerrar esta página mientras lo esperas.
      </p>
      {data?.whatsapp && (
        <WhatsappLink
          phone={data.whatsapp}
          text={`Hola, pedí un enlace para entrar a mi portal con el correo ${email}.`}
          label="¿Te urge? Escríbenos"
        />
      )}
      <Button variant="default" onClick={again}>
        Pedirlo con otro correo
      </Button>
    </div>
  );
}
