import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { type Cobro, createPago } from '#contract/cobros.ts';
import { formatPesos } from '#contract/money.ts';
import { ApiError } from '../../api/client.ts';
import { newKey } from '../../api/idempotency.ts';
import { useMutate } from '../../api/queries.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { PagoFields } from './PagoFields.tsx';

type CobroRef = Pick<Cobro, 'id' | 'codigo' | 'saldo'>;
type Props = { cobro: CobroRef; opened: boolean; onClose: () => void };

/** Registers an abono, or all that is owed, on a sale. */
export function PagoModal({ cobro, opened, onClose }: Props) {
  return (
    <FormModal title={`Registrar pago en ${cobro.codigo}`} opened={opened} onClose={onClose}>
      <PagoForm cobro={cobro} onClose={onClose} />
    </FormModal>
  );
}

/** How the sale stands after a payment. */
function told(cobro: Cobro): string {
  if (cobro.alerta)
    return 'Pago registrado, pero lo reservado ya no estaba. Revisa el aviso en la venta.';
  if (cobro.saldo > 0) return `Pago registrado. Queda por pagar ${formatPesos(cobro.saldo)}.`;
  if (cobro.saldoAFavor > 0) {
    return `Pago registrado. Quedan ${formatPesos(cobro.saldoAFavor)} a favor.`;
  }
  return 'Pago registrado. No queda nada por pagar.';
}

function PagoForm({ cobro, onClose }: { cobro: CobroRef; onClose: () => void }) {
  const [idempotencyKey] = useState(newKey);
  // The balance when the dialog opened: it must not change under the hand that types.
  const [saldo] = useState(cobro.saldo);
  const client = useQueryClient();
  const pagar = useMutate(createPago, { notifyError: false, done: told });
  const initialValues: Partial<z.input<typeof createPago.body>> = {
    monto: saldo > 0 ? saldo : undefined,
    medio: 'TRANSFERENCIA',
    referencia: '',
    fecha: undefined,
    nota: '',
    saldoVisto: saldo,
  };
  const form = useContractForm({
    schema: createPago.body,
    initialValues,
    send: (body) =>
      pagar.mutateAsync({ params: { id: cobro.id }, body, idempotencyKey }).catch((error) => {
        // Someone registered another payment meanwhile: show it behind the dialog.
        if (error instanceof ApiError && error.code === 'CONFLICTO_VERSION') {
          void client.invalidateQueries();
        }
        throw error;
      }),
    onDone: onClose,
    guard: false,
  });
  const monto = form.form.values.monto ?? 0;
  return (
    <FormFrame
      form={form}
      submitLabel="Registrar pago"
      cancel={
        <Button variant="subtle" onClick={onClose}>
          Cancelar
        </Button>
      }
    >
      <PagoFields
        field={form.field}
        setMonto={(value) => form.form.setFieldValue('monto', value)}
        todo={saldo}
        montoLabel="Monto"
        montoHelp={describeMonto(monto, saldo)}
      />
    </FormFrame>
  );
}

function describeMonto(monto: number, saldo: number): string {
  if (saldo <= 0) return 'Esta venta no tiene nada por pagar: el monto quedará a favor.';
  if (monto > saldo) {
    return `Son ${formatPesos(monto - saldo)} más de lo que debe; quedarán a favor.`;
  }
  if (monto > 0 && monto < saldo) {
    return `Debe ${formatPesos(saldo)}; quedarán ${formatPesos(saldo - monto)} por pagar.`;
  }
  return `Debe ${formatPesos(saldo)}.`;
}
