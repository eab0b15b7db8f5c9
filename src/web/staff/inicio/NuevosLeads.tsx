import { Text } from '@mantine/core';
import { nombresOrigen } from '#contract/nombres.ts';
import type { Inicio } from '#contract/reportes.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { AppLink } from '../../ui/link.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Contacto } from '../clientes/Contacto.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import classes from './inicio.module.css';

export function NuevosLeads({ leads }: { leads: Inicio['nuevosLeads'] }) {
  return (
    <Panel
      title="Nuevos leads"
      actions={
        leads.cantidad > 0 && (
          <AppLink to="/app/clientes" search={{ estado: 'LEAD' }}>
            Ver todos
          </AppLink>
        )
      }
    >
      {leads.items.length === 0 ? (
        <Text c="dimmed">
          Nadie nuevo en los últimos siete días. Aquí llega quien se suscribe o pregunta.
        </Text>
      ) : (
        <ul className={classes.rows}>
          {leads.items.map((lead) => (
            <li key={lead.id} className={classes.row}>
              <div className={`${classes.grow} tap-links`}>
                <AppLink to="/app/clientes/$id" params={{ id: String(lead.id) }} fw={600}>
                  {nombreCompleto(lead)}
                </AppLink>
                <Text size="sm" c="dimmed">
                  {nombresOrigen[lead.origen]} · <DateTime value={lead.creadoEn} as="diaHora" />
                </Text>
              </div>
              <Contacto de={lead} short />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
