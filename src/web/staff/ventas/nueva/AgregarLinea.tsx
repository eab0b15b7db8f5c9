import { useState } from 'react';
import { MAX_LINEAS } from '#contract/ventas.ts';
import { Picker } from '../../../ui/Picker.tsx';
import { keyOf } from './item.ts';
import { useItemOptions } from './useItemOptions.ts';
import type { Venta } from './useVentaForm.ts';
import { itemRefDe } from './ventaForm.ts';

type Props = { venta: Venta; onAdded: (index: number) => void };

/** One search over talleres, cursos and kits; what is picked becomes a line. */
export function AgregarLinea({ venta: { values, add, field }, onAdded }: Props) {
  const { lineas } = values;
  const [text, setText] = useState('');
  const chosen = new Set(lineas.map((linea) => keyOf(itemRefDe(linea))));
  const { items, options, loading, asked } = useItemOptions(text, chosen);
  const error = field('lineas').error;
  if (lineas.length >= MAX_LINEAS) return null;
  return (
    <Picker
      label={lineas.length === 0 ? 'Taller, curso o kit' : 'Agregar otro taller, curso o kit'}
      placeholder="Busca por nombre o SKU"
      name="lineas"
      error={error}
      text={text}
      onText={setText}
      // With a line in place the list waits until it is asked for.
      options={lineas.length === 0 || text.trim() ? options : []}
      loading={loading}
      nothing={asked ? `Nada a la venta coincide con «${asked}».` : ''}
      onPick={(key) => {
        const item = items.find((one) => keyOf(one) === key);
        if (!item) return;
        add(item);
        setText('');
        onAdded(lineas.length);
      }}
    />
  );
}
