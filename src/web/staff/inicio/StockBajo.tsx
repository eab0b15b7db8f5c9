import { Button, Group, Text } from '@mantine/core';
import { seeAlertaProducto } from '#contract/productos.ts';
import type { Inicio } from '#contract/reportes.ts';
import { useMutate } from '../../api/queries.ts';
import { AppLink } from '../../ui/link.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { cuantosDisponibles } from '../productos/palabras.ts';
import { StockBadge } from '../productos/StockBadge.tsx';
import { usePuede } from '../session.ts';
import classes from './inicio.module.css';

type Props = { stock: Inicio['stockBajo'] };

/** Products that fell to their minimum, until someone says to have seen it. */
export function StockBajo({ stock: { items, cantidad } }: Props) {
  if (items.length === 0) return null;
  return (
    <Panel
      title="Stock bajo"
      actions={
        <AppLink to="/app/productos" search={{ stock: 'BAJO', orden: 'stock' }}>
          {cantidad > items.length ? `Ver los ${cantidad}` : 'Ver todos'}
        </AppLink>
      }
    >
      <ul className={classes.rows}>
        {items.map((producto) => (
          <li key={producto.id} className={classes.row}>
            <div className={`${classes.grow} tap-links`}>
              <AppLink to="/app/productos/$id" params={{ id: String(producto.id) }} fw={600}>
                {producto.nombre}
              </AppLink>
              <Text size="sm" c="dimmed">
                {cuantosDisponibles(producto.stockActual)} · avisa con {producto.stockMinimo}
              </Text>
            </div>
            <Group gap="xs" justify="space-between" className={classes.together}>
              <StockBadge {...producto} />
              <Visto id={producto.id} nombre={producto.nombre} />
            </Group>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Visto({ id, nombre }: { id: number; nombre: string }) {
  const puede = usePuede();
  const ver = useMutate(seeAlertaProducto, {
    done: `Listo: vuelve a avisar cuando «${nombre}» suba y caiga otra vez.`,
  });
  if (!puede('productos:escribir')) return null;
  return (
    <Button
      variant="default"
      size="xs"
      loading={ver.isPending}
      onClick={() => ver.mutate({ params: { id } })}
      aria-label={`Ya lo vi: queda poco de ${nombre}`}
    >
      Ya lo vi
    </Button>
  );
}
