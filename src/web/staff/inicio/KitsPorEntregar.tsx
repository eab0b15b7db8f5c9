import { Text } from '@mantine/core';
import type { Inicio } from '#contract/reportes.ts';
import { AppLink } from '../../ui/link.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import { EntregaAcciones } from '../productos/EntregaAcciones.tsx';
import { kitDe, VentaResumen } from '../productos/VentaResumen.tsx';
import classes from './inicio.module.css';

/** Kits sold and not handed over, the oldest first. */
export function KitsPorEntregar({
  kits: { items, cantidad },
}: {
  kits: Inicio['kitsPorEntregar'];
}) {
  if (items.length === 0) return null;
  return (
    <Panel
      title="Kits por entregar"
      actions={
        <AppLink to="/app/entregas">
          {cantidad > items.length ? `Ver los ${cantidad}` : 'Ver todos'}
        </AppLink>
      }
    >
      <ul className={classes.rows}>
        {items.map((venta) => (
          <li key={venta.id} className={classes.row}>
            <div className={`${classes.grow} tap-links`}>
              <AppLink to="/app/ventas/$id" params={{ id: String(venta.cobroId) }} fw={600}>
                {nombreCompleto(venta.cliente)}
              </AppLink>
              <Text>{kitDe(venta)}</Text>
              <VentaResumen venta={venta} />
            </div>
            <EntregaAcciones venta={venta} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
