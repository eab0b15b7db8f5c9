import { SimpleGrid, Textarea } from '@mantine/core';
import { nombresDireccion } from '#contract/nombres.ts';
import { DateTimeInput } from '../../ui/form/DateTimeInput.tsx';
import { PastDateInput } from '../../ui/form/PastDateInput.tsx';
import { useZone } from '../../ui/zone.tsx';
import { ResponsableSelect } from '../ResponsableSelect.tsx';
import { useYo } from '../session.ts';
import type { BorradorPart } from './borrador.ts';
import { ChoiceChips } from './ChoiceChips.tsx';

const direcciones = [
  { value: 'SALIENTE', label: nombresDireccion.SALIENTE },
  { value: 'ENTRANTE', label: nombresDireccion.ENTRANTE },
] as const;

/** What is told now and then: at length, who began it, when it was and who it was. */
export default function MasFields({
  field,
  values,
  set,
  isNew,
}: BorradorPart & { isNew: boolean }) {
  const zone = useZone();
  const yo = useYo();
  const { tipo, direccion, responsableId } = values;
  return (
    <>
      <Textarea label="Detalle" autosize minRows={2} maxRows={10} {...field('detalle')} />
      {tipo !== 'NOTA' && tipo !== 'REUNION' && (
        <ChoiceChips
          label="Quién empezó"
          required
          options={direcciones}
          value={direccion ?? 'SALIENTE'}
          onChange={(chosen) => set({ direccion: chosen })}
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: isNew ? 2 : 1 }}>
        {isNew ? (
          <PastDateInput label="Cuándo fue" {...field('fecha')} />
        ) : (
          <DateTimeInput label="Cuándo fue" required zone={zone} {...field('fecha')} />
        )}
        <ResponsableSelect
          label="Quién del equipo"
          {...field('responsableId')}
          value={responsableId === undefined ? yo.id : responsableId}
        />
      </SimpleGrid>
    </>
  );
}
