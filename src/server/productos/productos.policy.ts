import type { EstadoProducto, Producto } from '#contract/productos.ts';

/** What may be done with a Producto, by its state and by what the role allows. */
export function productoPuede(
  { estado, stockActual }: { estado: EstadoProducto; stockActual: number },
  rol: { escribir: boolean; vender: boolean },
): Producto['puede'] {
  const activo = estado === 'ACTIVO';
  return {
    editar: rol.escribir,
    moverStock: rol.escribir,
    archivar: rol.escribir && activo,
    reactivar: rol.escribir && !activo,
    vender: rol.vender && activo && stockActual > 0,
  };
}
