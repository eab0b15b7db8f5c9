import { Button, Radio, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type Cliente, type EstadoCliente, setEstadoCliente } from '#contract/clientes.ts';
import { nombresEstadoCliente } from '#contract/nombres.ts';
import { ApiError } from '../../api/client.ts';
import { useMutate } from '../../api/queries.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { nombreCompleto } from './persona.ts';

type Props = { cliente: Cliente; opened: boolean; onClose: () => void };

/** Changes the estado by hand, with a reason that stays in the history. */
export function CambiarEstadoModal({ cliente, opened, onClose }: Props) {
  return (
    <FormModal
      title={`Cambiar el estado de ${nombreCompleto(cliente)}`}
      opened={opened}
      onClose={onClose}
    >
      <EstadoForm cliente={cliente} onClose={onClose} />
    </FormModal>
  );
}

const schema = setEstadoCliente.body.omit({ version: true });
type ByHand = 'PROSPECTO' | 'INACTIVO';
const isByHand = (estado: EstadoCliente): estado is ByHand =>
  estado === 'PROSPECTO' || estado === 'INACTIVO';

const meaning: Record<ByHand, string> = {
  PROSPECTO: 'Mostró interés en tomar un taller.',
  INACTIVO:
    'Ya no viene ni responde. Si vuelve a comprar o a venir, su estado cambia sin que hagas nada.',
};

function EstadoForm({ cliente, onClose }: Omit<Props, 'opened'>) {
  const client = useQueryClient();
  const options = cliente.puede.cambiarEstadoA.filter(isByHand);
  const cambiar = useMutate(setEstadoCliente, {
    notifyError: false,
    done: ({ estado }) => `Ahora su estado es ${nombresEstadoCliente[estado].toLowerCase()}.`,
  });
  const form = useContractForm({
    schema,
    initialValues: { estado: options.length === 1 ? options[0] : undefined, motivo: '' },
    send: (body) =>
      cambiar
        .mutateAsync({ params: { id: cliente.id }, body: { ...body, version: cliente.version } })
        .catch((error: unknown) => {
          // The record behind is read again, so that a second try can work.
          if (error instanceof ApiError && error.status === 409) void client.invalidateQueries();
          throw error;
        }),
    onDone: onClose,
    guard: false,
  });
  const { error, ...estado } = form.field('estado');
  return (
    <FormFrame
      form={form}
      submitLabel="Cambiar estado"
      cancel={
        <Button variant="subtle" onClick={onClose}>
          Cancelar
        </Button>
      }
    >
      <Radio.Group
        label="Nuevo estado"
        required
        {...estado}
        value={estado.value ?? null}
        error={error && 'Elige el nuevo estado.'}
      >
        <Stack gap="sm" mt="xs">
          {options.map((option) => (
            <Radio
              key={option}
              value={option}
              label={nombresEstadoCliente[option]}
              description={meaning[option]}
            />
          ))}
        </Stack>
      </Radio.Group>
      <TextInput
        label="Motivo"
        description="Queda en su historia."
        required
        maxLength={300}
        data-autofocus
        {...form.field('motivo')}
      />
    </FormFrame>
  );
}
