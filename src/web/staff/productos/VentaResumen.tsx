import { Text } from '@mantine/core';
import type { VentaProducto } from '#contract/productos.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { Money } from '../../ui/Money.tsx';

/** `2 × Kit de bordado` */
export const kitDe = ({ cantidad, nombre }: Pick<VentaProducto, 'cantidad' | 'nombre'>) =>
  cantidad === 1 ? nombre : `${cantidad} × ${nombre}`;

/** Where it may be handed over, since when it is owed, and whether it is paid. */
export function VentaResumen({ venta }: { venta: VentaProducto }) {
  const { taller, saldo, creadoEn } = venta;
  return (
    <Text size="sm" c="dimmed">
      {taller ? (
        <>
          Viene a {taller.titulo},{' '}
          <DateTime value={taller.iniciaEn} zone={taller.zona} as="diaHora" />
        </>
      ) : (
        <>
          Vendido el <DateTime value={creadoEn} as="fecha" />
        </>
      )}
      {saldo > 0 && (
        <>
          {' · debe '}
          <Money value={saldo} />
        </>
      )}
    </Text>
  );
}
