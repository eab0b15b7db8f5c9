import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { formatPesos } from '#contract/money.ts';
import { trasladarInscripcion } from '#contract/ventas.ts';
import { useMutate } from '../../api/queries.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { ElegirTaller, type TallerElegido } from './ElegirTaller.tsx';

type Linea = {
  /** Of the Inscripcion. */
  id: number;
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
  const { id, tallerId, cantidad, total } = linea;
  const [chosen, setChosen] = useState<TallerElegido>();
  const trasladar = useMutate(trasladarInscripcion, {
    notifyError: false,
    done: `Traslado hecho${chosen ? `: ahora está en «${chosen.titulo}»` : ''}.`,
  });
  const form = useContractForm({
    schema: trasladarInscripcion.body,
    initialValues: { tallerId: undefined },
    send: (body) => trasladar.mutateAsync({ params: { id }, body }),
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
      <ElegirTaller
        label="Taller de destino"
        name="tallerId"
        chosen={chosen}
        error={error && (chosen ? error : 'Elige a qué taller se traslada.')}
        cupos={cantidad}
        not={tallerId}
        onPick={(taller) => {
          setChosen(taller);
          form.form.setFieldValue('tallerId', taller.id);
        }}
        onClear={() => {
          setChosen(undefined);
          form.form.setFieldValue('tallerId', undefined);
        }}
      />
    </FormFrame>
  );
}
