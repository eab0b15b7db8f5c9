import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { type EmpresaItem, listEmpresas } from '#contract/empresas.ts';
import { formatRut } from '#contract/rut.ts';
import { useEndpoint } from '../../../api/queries.ts';
import { Chosen, Picker } from '../../../ui/Picker.tsx';

export type EmpresaElegida = Pick<EmpresaItem, 'id' | 'razonSocial' | 'rut'>;

type Props = {
  chosen: EmpresaElegida | undefined;
  error: React.ReactNode;
  onPick: (empresa: EmpresaElegida) => void;
  onClear: () => void;
};

const detailOf = ({ rut }: EmpresaElegida) => (rut ? formatRut(rut) : undefined);

/** Finds the company that will be charged. */
export function ElegirEmpresa({ chosen, error, onPick, onClear }: Props) {
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 200);
  const list = useEndpoint(
    listEmpresas,
    { query: { q, limite: 6, orden: '-creadoEn' } },
    { keep: true, enabled: chosen === undefined },
  );
  if (chosen) {
    return (
      <Chosen
        label="Empresa"
        title={chosen.razonSocial}
        detail={detailOf(chosen)}
        error={error}
        onChange={onClear}
      />
    );
  }
  const items = list.data?.items ?? [];
  return (
    <Picker
      label="Empresa"
      placeholder="Razón social o RUT"
      name="empresaId"
      error={error}
      text={text}
      onText={setText}
      loading={list.isFetching || text.trim() !== q}
      options={items.map((one) => ({
        key: String(one.id),
        title: one.razonSocial,
        detail: detailOf(one),
      }))}
      onPick={(key) => {
        const found = items.find(({ id }) => String(id) === key);
        if (found) onPick(found);
      }}
      nothing={q ? `Ninguna empresa coincide con «${q}».` : 'Aún no hay empresas.'}
    />
  );
}
