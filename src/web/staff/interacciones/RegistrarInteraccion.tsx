import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { completeSeguimiento, createInteraccion } from '#contract/interacciones.ts';
import { useMutate } from '../../api/queries.ts';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { formatPlainDate } from '../../ui/time.ts';
import { type Borrador, borradorCampos, toCampos } from './borrador.ts';
import type { ActoContacto } from './contacto.ts';
import { InteraccionFields } from './InteraccionFields.tsx';
import { porHacer } from './palabras.ts';

type Props = {
  acto: Extract<ActoContacto, { acto: 'REGISTRAR' | 'OFRECER' }>;
  onClose: () => void;
};

/** Logs a contact: two clicks when there is nothing more to say of it. */
export function RegistrarInteraccion({ acto, onClose }: Props) {
  const { cliente, cumple } = acto;
  const offered = acto.acto === 'OFRECER';
  const [fulfils, setFulfils] = useState(cumple !== undefined);
  const registrar = useMutate(createInteraccion, {
    notifyError: false,
    done: ({ seguimiento }) =>
      seguimiento
        ? `Contacto registrado. Seguimiento: ${formatPlainDate(seguimiento.fecha, 'dia')}.`
        : 'Contacto registrado.',
  });
  const cumplir = useMutate(completeSeguimiento);
  const initialValues: Borrador = {
    tipo: offered ? acto.tipo : 'LLAMADA',
    resumen: offered ? (acto.resumen ?? '') : '',
    resultado: null,
    detalle: '',
    seguimiento: null,
  };
  const form = useContractForm({
    schema: borradorCampos,
    initialValues,
    send: async (borrador) => {
      const body = { ...toCampos(borrador), clienteId: cliente.id };
      const logged = await registrar.mutateAsync({ body });
      if (cumple && fulfils) {
        cumplir.mutate({ params: { id: cumple.id }, body: { hecho: true } });
      }
      return logged;
    },
    onDone: onClose,
    guard: false,
  });
  return (
    <FormFrame
      form={form}
      pinned
      submitLabel="Registrar"
      cancel={
        <Button variant="subtle" onClick={onClose}>
          {offered ? 'No registrar' : 'Cancelar'}
        </Button>
      }
    >
      {cumple && (
        <Checkbox
          label={`Dar por hecho: ${porHacer(cumple)}`}
          checked={fulfils}
          onChange={(event) => setFulfils(event.currentTarget.checked)}
        />
      )}
      <InteraccionFields
        field={form.field}
        values={form.form.values}
        set={form.form.setValues}
        knownTipo={offered}
        isNew
      />
    </FormFrame>
  );
}
