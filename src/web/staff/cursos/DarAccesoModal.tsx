import { Button, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type Curso, grantAcceso } from '#contract/cursos.ts';
import { useMutate } from '../../api/queries.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { nombreCompleto } from '../clientes/persona.ts';
import { ElegirPersona, type PersonaElegida } from '../ventas/ElegirPersona.tsx';
import { DiasAccesoInput } from './DiasAccesoInput.tsx';

type Props = { curso: Curso; opened: boolean; onClose: () => void };

/** Gives the course to someone for nothing, and says why. */
export function DarAccesoModal({ curso, opened, onClose }: Props) {
  return (
    <FormModal title="Dar acceso gratis" opened={opened} onClose={onClose}>
      <DarAccesoForm curso={curso} onClose={onClose} />
    </FormModal>
  );
}

function DarAccesoForm({ curso, onClose }: Pick<Props, 'curso' | 'onClose'>) {
  const [persona, setPersona] = useState<PersonaElegida>();
  const dar = useMutate(grantAcceso, {
    notifyError: false,
    done: ({ cliente }) => `${nombreCompleto(cliente)} ya tiene acceso.`,
  });
  const form = useContractForm({
    schema: grantAcceso.body,
    initialValues: { clienteId: undefined, motivo: '', diasAcceso: curso.diasAcceso },
    send: (body) => dar.mutateAsync({ params: { id: curso.id }, body }),
    onDone: onClose,
    guard: false,
  });
  const { form: state, field } = form;

  function pick(chosen: PersonaElegida | undefined) {
    setPersona(chosen);
    state.setFieldValue('clienteId', chosen?.id);
    state.clearFieldError('clienteId');
  }

  return (
    <FormFrame
      form={form}
      submitLabel="Dar acceso"
      cancel={
        <Button variant="subtle" onClick={onClose}>
          Volver
        </Button>
      }
    >
      <Text>
        Queda como una venta de «{curso.titulo}» con todo el precio descontado. Puede entrar de
        inmediato.
      </Text>
      <ElegirPersona
        name="clienteId"
        chosen={persona}
        error={field('clienteId').error && 'Elige a quién.'}
        onPick={pick}
        onClear={() => pick(undefined)}
      />
      <DiasAccesoInput
        label="Cuánto dura el acceso"
        error={field('diasAcceso').error}
        value={state.values.diasAcceso ?? null}
        onChange={(dias) => state.setFieldValue('diasAcceso', dias)}
      />
      <Textarea
        label="Motivo"
        description="Por ejemplo: premio de un sorteo, reemplazo de un taller."
        required
        autosize
        minRows={2}
        maxRows={6}
        {...field('motivo')}
      />
    </FormFrame>
  );
}
