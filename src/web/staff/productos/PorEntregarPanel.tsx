import { Text } from '@mantine/core';
import { listVentasProducto } from '#contract/productos.ts';
import { useEndpoint } from '../../api/queries.ts';
import { AppLink } from '../../ui/link.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import { EntregaAcciones } from './EntregaAcciones.tsx';
import classes from './producto.module.css';
import { VentaResumen } from './VentaResumen.tsx';

const SHOWN = 10;

/** Who still waits for this product, the oldest sale first. */
export function PorEntregarPanel({ productoId }: { productoId: number }) {
  const query = { producto: productoId, entrega: ['POR_ENTREGAR' as const], limite: SHOWN };
  const ventas = useEndpoint(listVentasProducto, { query });
  if (!ventas.data || ventas.data.items.length === 0) return null;
  const { items, total } = ventas.data;
  return (
    <Panel
      title="Por entregar"
      actions={
        <AppLink to="/app/entregas" search={{ producto: String(productoId) }}>
          {total > SHOWN ? `Ver las ${total}` : 'Ver entregas'}
        </AppLink>
      }
    >
      <ul className={classes.rows}>
        {items.map((venta) => (
          <li key={venta.id} className={classes.delivery}>
            <div className={`${classes.who} tap-links`}>
              <AppLink to="/app/ventas/$id" params={{ id: String(venta.cobroId) }} fw={600}>
                {nombreCompleto(venta.cliente)}
              </AppLink>
              {venta.cantidad > 1 && <Text span> · {venta.cantidad} unidades</Text>}
              <VentaResumen venta={venta} />
            </div>
            <EntregaAcciones venta={venta} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
