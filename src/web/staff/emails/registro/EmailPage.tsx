import { Text } from '@mantine/core';
import { useState } from 'react';
import { type Email, getEmail } from '#contract/emails.ts';
import { useEndpoint } from '../../../api/queries.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryGate } from '../../../ui/QueryGate.tsx';
import { EstadoEmailBadge } from '../../estados.tsx';
import { useIdParam } from '../../useIdParam.ts';
import { EmailAcciones } from './EmailAcciones.tsx';
import { EmailAviso } from './EmailAviso.tsx';
import { EmailDatos } from './EmailDatos.tsx';
import { EmailHistoria } from './EmailHistoria.tsx';
import { MensajePanel } from './MensajePanel.tsx';
import { asuntoDe, destinatario } from './palabras.ts';
import classes from './registro.module.css';

const back = { to: '/app/emails/registro', label: 'Volver al registro' } as const;

const MOVING = ['EN_COLA', 'TOMADO'];

export default function EmailPage() {
  const id = useIdParam() ?? 0;
  const [moving, setMoving] = useState(false);
  const query = useEndpoint(getEmail, { params: { id } }, moving ? { refetchInterval: 3_000 } : {});
  const isMoving = query.data !== undefined && MOVING.includes(query.data.estado);
  if (isMoving !== moving) setMoving(isMoving);
  return (
    <>
      {!query.data && <PageHeader title="Correo" back={back} />}
      <QueryGate query={query}>{(email) => <EmailView email={email} />}</QueryGate>
    </>
  );
}

/** One message: to whom, what it said, how it ended, and what may be done about it. */
function EmailView({ email }: { email: Email }) {
  return (
    <>
      <PageHeader
        title={asuntoDe(email)}
        badge={<EstadoEmailBadge estado={email.estado} />}
        subtitle={<Text c="dimmed">Para {destinatario(email)}</Text>}
        back={back}
        actions={<EmailAcciones email={email} />}
      />
      <EmailAviso email={email} />
      <div className={classes.columns}>
        <MensajePanel key={MOVING.includes(email.estado) ? 'moving' : 'settled'} email={email} />
        <div className={classes.side}>
          <EmailDatos email={email} />
          <EmailHistoria email={email} />
        </div>
      </div>
    </>
  );
}
