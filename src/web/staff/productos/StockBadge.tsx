import { IconPackageOff } from '@tabler/icons-react';
import type { ProductoItem } from '#contract/productos.ts';
import { EstadoBadge } from '../../ui/EstadoBadge.tsx';

type Stock = Pick<ProductoItem, 'stockActual' | 'bajoStock' | 'estado'>;

/** How a Producto stands, in a word. */
export function StockBadge({ stockActual, bajoStock, estado }: Stock) {
  if (estado === 'ARCHIVADO') return <EstadoBadge tone="off">Archivado</EstadoBadge>;
  if (stockActual === 0) {
    return (
      <EstadoBadge tone="bad" icon={IconPackageOff}>
        Agotado
      </EstadoBadge>
    );
  }
  if (bajoStock) return <EstadoBadge tone="warn">Queda poco</EstadoBadge>;
  return <EstadoBadge tone="ok">En stock</EstadoBadge>;
}
