import { type ReactNode, useState } from 'react';
import { formatMomento } from '#contract/horario.ts';
import type { TallerItem } from '#contract/talleres.ts';
import { Chosen, Picker } from '../../ui/Picker.tsx';
import { precioDe, quedan, useTallerOptions } from './useTallerOptions.ts';

export type TallerElegido = Pick<
  TallerItem,
  'id' | 'titulo' | 'iniciaEn' | 'zona' | 'precio' | 'cuposLibres'
>;

type Props = {
  chosen: TallerElegido | undefined;
  error: ReactNode;
  name: string;
  label?: string;
  cupos: number;
  not?: number;
  onPick: (taller: TallerElegido) => void;
  onClear: () => void;
};

/** One of the published Talleres to come, with its date, its price and its free seats in sight. */
export function ElegirTaller(props: Props) {
  const { chosen, error, name, label = 'Taller', cupos, not, onPick, onClear } = props;
  const [text, setText] = useState('');
  const { items, options, loading } = useTallerOptions({
    q: text,
    cupos,
    ...(not === undefined ? {} : { not }),
  });
  if (chosen) {
    const { titulo, iniciaEn, zona, precio } = chosen;
    const when = formatMomento(iniciaEn, zona, new Date().toISOString());
    const free = quedan(chosen.cuposLibres);
    return (
      <Chosen
        label={label}
        title={titulo}
        detail={`${when} · ${precioDe(precio)} · ${free}`}
        error={error}
        onChange={onClear}
      />
    );
  }
  return (
    <Picker
      label={label}
      placeholder="Busca por nombre"
      name={name}
      error={error}
      text={text}
      onText={setText}
      options={options}
      loading={loading}
      nothing="No hay talleres próximos que coincidan."
      onPick={(key) => {
        const found = items.find(({ id }) => String(id) === key);
        if (found) onPick(found);
      }}
    />
  );
}
