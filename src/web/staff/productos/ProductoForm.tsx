import type { ReactNode } from 'react';
import type { z } from 'zod';
import { createProducto, type Producto } from '#contract/productos.ts';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import type { FormValues } from '../useVersions.ts';
import { CantidadInput } from './CantidadInput.tsx';
import { ProductoFields } from './ProductoFields.tsx';
import type { ProductoDraft } from './productoForm.ts';

type Props = {
  initial: ProductoDraft;
  /** A new one says with how much stock it starts. */
  isNew?: boolean;
  send: (body: z.input<typeof createProducto.body>) => Promise<Producto>;
  onDone: (producto: Producto) => void;
  submitLabel: string;
  cancel: ReactNode;
  notice?: (form: FormValues) => ReactNode;
  /** The problem is told by the notice already. */
  explained?: boolean;
};

export function ProductoForm(props: Props) {
  const { initial, isNew = false, send, onDone, submitLabel, cancel, notice, explained } = props;
  const form = useContractForm({
    schema: createProducto.body,
    initialValues: initial,
    send,
    onDone,
  });
  const { form: state, field } = form;
  return (
    <FormFrame
      form={explained ? { ...form, problem: undefined } : form}
      submitLabel={submitLabel}
      cancel={cancel}
    >
      {notice?.({
        get: (name) => (state.getValues() as Record<string, unknown>)[name],
        set: (name, value) => state.setFieldValue(name as keyof ProductoDraft, value as never),
      })}
      <ProductoFields
        field={field}
        values={state.values}
        set={(name, value) => state.setFieldValue(name, value as never)}
        stock={
          isNew && (
            <CantidadInput
              label="Cuántos hay hoy"
              description="Queda como su primer ingreso. Si aún no hay, déjalo vacío."
              {...field('stockInicial')}
              onChange={(value) =>
                state.setFieldValue('stockInicial', typeof value === 'number' ? value : undefined)
              }
            />
          )
        }
      />
    </FormFrame>
  );
}
