import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { formatMomento } from '#contract/horario.ts';
import { formatPesos } from '#contract/money.ts';
import type { TallerItem } from '#contract/talleres.ts';
import { trasladarInscripcion } from '#contract/ventas.ts';
import { useMutate } from '../../api/queries.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { Chosen, Picker } from '../../ui/Picker.tsx';
import { quedan, useTallerOptions } from './useTallerOptions.ts';

type Linea = {
  inscripcionId: number;
  tallerId: number;
  cantidad: number;
  /** What it was sold for, in pesos. */
  total: number;
  /** Of whom: shown in the title. */
  quien: string;
};
type Props = { linea: Linea; opened: boolean; onClose: () => void };

/** Moves seats to another Taller at the price they were sold for. */
export function TrasladarModal({ linea, opened, onClose }: Props) {
  return (
    <FormModal title={`Trasladar a ${linea.quien}`} opened={opened} onClose={onClose} size="lg">
      <TrasladarForm linea={linea} onClose={onClose} />
    </FormModal>
  );
}

function TrasladarForm({ linea, onClose }: Pick<Props, 'linea' | 'onClose'>) {
  const { inscripcionId, tallerId, cantidad, total } = linea;
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<TallerItem>();
  const { items, options, loading } = useTallerOptions({ q: text, cupos: cantidad, not: tallerId });
  const trasladar = useMutate(trasladarInscripcion, {
    notifyError: false,
    done: `Traslado hecho${chosen ? `: ahora está en «${chosen.titulo}»` : ''}.`,
  });
  const form = useContractForm({
    schema: trasladarInscripcion.body,
    initialValues: { tallerId: undefined },
    send: (body) => trasladar.mutateAsync({ params: { id: inscripcionId }, body }),
    onDone: onClose,
    guard: false,
  });
  const { error } = form.field('tallerId');
  return (
    <FormFrame
      form={form}
      submitLabel="Trasladar"
      cancel={
        <Button variant="subtle" onClick={onClose}>
          Volver
        </Button>
      }
    >
      <Text>
        {cantidad === 1 ? 'Se traslada 1 cupo' : `Se trasladan ${cantidad} cupos`} y se mantiene el
        precio de la venta, {formatPesos(total)}, con sus pagos, aunque el otro taller cueste
        distinto. Los cupos de este taller quedan libres.
      </Text>
      {chosen ? (
        <Chosen
          label="Taller de destino"
          title={chosen.titulo}
          detail={`${formatMomento(chosen.iniciaEn, chosen.zona, new Date().toISOString())} · ${quedan(chosen.cupos - chosen.cuposOcupados)}`}
          error={error}
          onChange={() => setChosen(undefined)}
        />
      ) : (
        <Picker
          label="Taller de destino"
          placeholder="Busca por nombre"
          name="tallerId"
          error={error && 'Elige a qué taller se traslada.'}
          text={text}
          onText={setText}
          options={options}
          loading={loading}
          nothing="No hay otro taller próximo que coincida."
          onPick={(key) => {
            setChosen(items.find(({ id }) => String(id) === key));
            form.form.setFieldValue('tallerId', Number(key));
          }}
        />
      )}
    </FormFrame>
  );
}
