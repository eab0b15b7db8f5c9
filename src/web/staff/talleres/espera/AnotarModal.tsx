import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { joinEspera, MAX_CUPOS_ESPERA } from '#contract/espera.ts';
import type { Taller } from '#contract/talleres.ts';
import { useMutate } from '../../../api/queries.ts';
import { FormModal } from '../../../ui/FormModal.tsx';
import { FormFrame } from '../../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../../ui/form/useContractForm.ts';
import { ButtonLink } from '../../../ui/link.tsx';
import { usePuede } from '../../session.ts';
import { ElegirPersona, type PersonaElegida } from '../../ventas/ElegirPersona.tsx';

type Props = { taller: Taller; opened: boolean; onClose: () => void };

/** Puts a person of the business on the waitlist. */
export function AnotarModal({ taller, opened, onClose }: Props) {
  return (
    <FormModal title="Anotar en la lista de espera" opened={opened} onClose={onClose}>
      <AnotarForm taller={taller} onClose={onClose} />
    </FormModal>
  );
}

function AnotarForm({ taller, onClose }: Omit<Props, 'opened'>) {
  const puede = usePuede();
  const [persona, setPersona] = useState<PersonaElegida>();
  const anotar = useMutate(joinEspera, {
    notifyError: false,
    done: ({ cliente, lugar }) => `${cliente.nombres} quedó en el lugar ${lugar ?? 1}.`,
  });
  const form = useContractForm({
    schema: joinEspera.body,
    initialValues: { clienteId: 0, cantidad: 1 },
    send: (body) => anotar.mutateAsync({ params: { id: taller.id }, body }),
    onDone: onClose,
    guard: false,
  });
  const pick = (chosen: PersonaElegida | undefined) => {
    setPersona(chosen);
    form.form.setFieldValue('clienteId', chosen?.id ?? 0);
  };
  return (
    <FormFrame
      form={form}
      submitLabel="Anotar"
      cancel={
        <Button variant="subtle" onClick={onClose}>
          Volver
        </Button>
      }
    >
      <ElegirPersona
        chosen={persona}
        name="clienteId"
        error={form.form.errors.clienteId && 'Elige a la persona.'}
        onPick={pick}
        onClear={() => pick(undefined)}
      />
      {!persona && puede('clientes:escribir') && (
        <div>
          <ButtonLink to="/app/clientes/nuevo" variant="subtle">
            No está: crear la persona
          </ButtonLink>
        </div>
      )}
      <NumberInput
        label="Cupos"
        description={`Se le ofrecerán todos juntos. Hasta ${Math.min(MAX_CUPOS_ESPERA, taller.cupos)}.`}
        allowDecimal={false}
        allowNegative={false}
        min={1}
        required
        {...form.field('cantidad')}
      />
    </FormFrame>
  );
}
