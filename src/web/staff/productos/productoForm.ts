import type { GetInputPropsReturnType } from '@mantine/form';
import type { createProducto, Producto } from '#contract/productos.ts';
import type { Draft } from '../../ui/form/useContractForm.ts';

export type ProductoDraft = Draft<typeof createProducto.body>;

/** What the parts of the form need from it. */
export type ProductoFormPart = {
  field: (name: keyof ProductoDraft, options?: { type: 'checkbox' }) => GetInputPropsReturnType;
  values: ProductoDraft;
  set: <K extends keyof ProductoDraft>(name: K, value: ProductoDraft[K]) => void;
};

/** What the form starts with: a new Producto, or the one that is edited. */
export function draftOf(producto?: Producto): ProductoDraft {
  return {
    nombre: producto?.nombre ?? '',
    sku: producto?.sku ?? '',
    descripcion: producto?.descripcion ?? '',
    interesId: producto?.interes?.id ?? null,
    imagenId: producto?.imagenId ?? null,
    precio: producto?.precio,
    afectoIva: producto?.afectoIva ?? true,
    stockMinimo: producto?.stockMinimo ?? 3,
    ventaWeb: producto?.ventaWeb ?? false,
  };
}
