import { Group, Text } from '@mantine/core';
import { listEmails } from '#contract/emails.ts';
import { useEndpoint } from '../../api/queries.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { AppLink } from '../../ui/link.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { asuntoDe, origenDe } from '../emails/registro/palabras.ts';
import { Sucesos } from '../emails/registro/Sucesos.tsx';
import { EstadoEmailBadge } from '../estados.tsx';
import classes from './correos.module.css';

const LAST = 5;

/** The last mails to a person, and the way to all of them. */
export function CorreosPanel({ clienteId }: { clienteId: number }) {
  const correos = useEndpoint(listEmails, { query: { cliente: clienteId, limite: LAST } });
  const all = correos.data && correos.data.items.length > 0 && (
    <AppLink to="/app/emails/registro" search={{ cliente: String(clienteId) }}>
      Ver todos
    </AppLink>
  );
  return (
    <Panel title="Correos" actions={all}>
      <QueryGate query={correos} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">Todavía no se le escribe. Aquí quedan los correos que reciba.</Text>
          ) : (
            <ul className={classes.list}>
              {items.map((email) => (
                <li key={email.id} className="tap-links">
                  <AppLink to="/app/emails/registro/$id" params={{ id: String(email.id) }}>
                    {asuntoDe(email)}
                  </AppLink>
                  <Group gap={6} mt={2}>
                    <EstadoEmailBadge estado={email.estado} />
                    <Sucesos {...email} />
                    <Text size="sm" c="dimmed">
                      {origenDe(email)} · <DateTime value={email.enviadoEn ?? email.creadoEn} />
                    </Text>
                  </Group>
                </li>
              ))}
            </ul>
          )
        }
      </QueryGate>
    </Panel>
  );
}
