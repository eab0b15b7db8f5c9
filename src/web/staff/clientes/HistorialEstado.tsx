import { Text } from '@mantine/core';
import type { Cliente } from '#contract/clientes.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { Panel } from '../../ui/Panel.tsx';
import classes from './cliente.module.css';
import { cambioEnPalabras, quienLoHizo } from './historial.ts';

/** How the person came to be what they are: every change of estado, newest first. */
export function HistorialEstado({ cliente }: { cliente: Cliente }) {
  return (
    <Panel title="Historial de estado">
      <ol className={classes.history} reversed>
        {cliente.historial.map((cambio) => (
          <li key={cambio.id}>
            <Text>{cambioEnPalabras(cambio, cliente)}</Text>
            {cambio.motivo && <Text size="sm">Motivo: {cambio.motivo}</Text>}
            <Text size="sm" c="dimmed">
              <DateTime value={cambio.creadoEn} />
              {quienLoHizo(cambio) && ` · ${quienLoHizo(cambio)}`}
            </Text>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
