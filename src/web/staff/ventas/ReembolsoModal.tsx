import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import { type Cobro, createReembolso } from '#contract/cobros.ts';
import { formatPesos } from '#contract/money.ts';
import { newKey } from '../../api/idempotency.ts';
import { useMutate } from '../../api/queries.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { PagoFields } from './PagoFields.tsx';

type Props = { cobro: Cobro; opened: boolean; onClose: () => void };

/** Registers money that was given back. */
export function ReembolsoModal({ cobro, opened, onClose }: Props) {
  return (
    <FormModal title={`Registrar reembolso en ${cobro.codigo}`} opened={opened} onClose={onClose}>
      <ReembolsoForm cobro={cobro} onClose={onClose} />
    </FormModal>
  );
}

function ReembolsoForm({ cobro, onClose }: Pick<Props, 'cobro' | 'onClose'>) {
  const [idempotencyKey] = useState(newKey);
  // What is to be given back, as it stood when the dialog opened.
  const [owed] = useState(cobro.porReembolsar + cobro.saldoAFavor || cobro.pagado);
  const reembolsar = useMutate(createReembolso, {
    notifyError: false,
    done: ({ porReembolsar, saldoAFavor }) => {
      const left = porReembolsar + saldoAFavor;
      return left > 0
        ? `Reembolso registrado. Quedan ${formatPesos(left)} por devolver.`
        : 'Reembolso registrado.';
    },
  });
  const initialValues: Partial<z.input<typeof createReembolso.body>> = {
    monto: owed > 0 ? owed : undefined,
    medio: 'TRANSFERENCIA',
    referencia: '',
    fecha: undefined,
    nota: '',
  };
  const form = useContractForm({
    schema: createReembolso.body,
    initialValues,
    send: (body) => reembolsar.mutateAsync({ params: { id: cobro.id }, body, idempotencyKey }),
    onDone: onClose,
    guard: false,
  });
  return (
    <FormFrame
      form={form}
      submitLabel="Registrar reembolso"
      cancel={
        <Button variant="subtle" onClick={onClose}>
          Cancelar
        </Button>
      }
    >
      <Text>
        Anota aquí el dinero que ya devolviste.
        {cobro.estado !== 'ANULADO' &&
          ' No libera cupos ni devuelve kits: para eso se anula lo vendido.'}
      </Text>
      <PagoFields
        field={form.field}
        setMonto={(value) => form.form.setFieldValue('monto', value)}
        todo={owed}
        montoLabel="Monto devuelto"
        montoHelp={`Se puede devolver hasta ${formatPesos(cobro.pagado)}.`}
      />
    </FormFrame>
  );
}
