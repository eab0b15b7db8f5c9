import { Text } from '@mantine/core';
import type { Inicio } from '#contract/reportes.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { AppLink } from '../../ui/link.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { asuntoDe, destinatario } from '../emails/registro/palabras.ts';
import { EstadoEmailBadge } from '../estados.tsx';
import classes from './inicio.module.css';

type Props = { correos: Inicio['correosFallidos'] };

/** Mails that did not reach someone who should know of it: a sale, a payment, an offer. */
export function CorreosFallidos({ correos: { items, cantidad } }: Props) {
  if (items.length === 0) return null;
  return (
    <Panel
      title="Correos que fallaron"
      actions={
        <AppLink
          to="/app/emails/registro"
          search={{ estado: 'FALLIDO,INCIERTO', tipo: 'TRANSACCIONAL' }}
        >
          {cantidad > items.length ? `Ver los ${cantidad}` : 'Ver todos'}
        </AppLink>
      }
    >
      <ul className={classes.rows}>
        {items.map((email) => (
          <li key={email.id} className={classes.row}>
            <div className={`${classes.grow} tap-links`}>
              <AppLink
                to="/app/emails/registro/$id"
                params={{ id: String(email.id) }}
                fw={600}
                aria-label={`${asuntoDe(email)}, para ${destinatario(email)}`}
              >
                {destinatario(email)}
              </AppLink>
              <Text size="sm" c="dimmed">
                {asuntoDe(email)} · <DateTime value={email.creadoEn} as="diaHora" />
              </Text>
            </div>
            <EstadoEmailBadge estado={email.estado} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
