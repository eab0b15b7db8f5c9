import { Button, Fieldset, SimpleGrid, Text, TextInput } from '@mantine/core';
import { z } from 'zod';
import { type Inscripcion, setAsistentes } from '#contract/ventas.ts';
import { useMutate } from '../../api/queries.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { PhoneInput } from '../../ui/form/PhoneInput.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { nombreCompleto } from '../clientes/persona.ts';

type Props = { inscripcion: Inscripcion; opened: boolean; onClose: () => void };

const names = ['nombres', 'apellidos', 'email', 'telefono'] as const;
const puesto = z
  .object({
    nombres: z.string(),
    apellidos: z.string(),
    email: z.string(),
    telefono: z.string(),
  })
  .refine((row) => row.nombres.trim() || isBlank(row), {
    path: ['nombres'],
    error: 'Escribe el nombre.',
  });
const schema = z.object({ asistentes: z.array(puesto) });

type Puesto = Record<(typeof names)[number], string>;
const isBlank = (row: Puesto) => names.every((name) => row[name].trim() === '');

/** Names who sits in each seat of an enrolment; a seat may stay without a name. */
export function AsistentesModal({ inscripcion, opened, onClose }: Props) {
  return (
    <FormModal title="Nombrar asistentes" opened={opened} onClose={onClose} size="xl">
      <AsistentesForm inscripcion={inscripcion} onClose={onClose} />
    </FormModal>
  );
}

function rowsOf({ cantidad, asistentes }: Inscripcion): Puesto[] {
  return Array.from({ length: cantidad }, (_, index) => {
    const known = asistentes.find((one) => one.puesto === index + 1);
    return {
      nombres: known?.nombres ?? '',
      apellidos: known?.apellidos ?? '',
      email: known?.email ?? '',
      telefono: known?.telefono ?? '',
    };
  });
}

function AsistentesForm({ inscripcion, onClose }: Pick<Props, 'inscripcion' | 'onClose'>) {
  const { id, cantidad, cliente } = inscripcion;
  const save = useMutate(setAsistentes, { notifyError: false, done: 'Asistentes guardados.' });
  const form = useContractForm({
    schema,
    initialValues: { asistentes: rowsOf(inscripcion) },
    send: ({ asistentes }) =>
      save.mutateAsync({
        params: { id },
        body: { asistentes: asistentes.map((row) => (isBlank(row) ? null : row)) },
      }),
    onDone: onClose,
    guard: false,
  });
  const field = (index: number, name: string) => form.field(`asistentes.${index}.${name}`);
  return (
    <FormFrame
      form={form}
      submitLabel="Guardar asistentes"
      cancel={
        <Button variant="subtle" onClick={onClose}>
          Volver
        </Button>
      }
    >
      <Text>
        {nombreCompleto(cliente)} tiene {cantidad === 1 ? '1 cupo' : `${cantidad} cupos`}. Los que
        aún no tengan nombre pueden quedar en blanco.
      </Text>
      {Array.from({ length: cantidad }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is a seat, and its number is its place.
        <Fieldset key={index} legend={`Cupo ${index + 1}`} p="sm">
          <SimpleGrid cols={{ base: 1, sm: 2, md: 4 }} spacing="sm" verticalSpacing="xs">
            <TextInput
              label="Nombres"
              autoComplete="off"
              {...(index === 0 ? { 'data-autofocus': true } : {})}
              {...field(index, 'nombres')}
            />
            <TextInput label="Apellidos" autoComplete="off" {...field(index, 'apellidos')} />
            <TextInput label="Correo" type="email" autoComplete="off" {...field(index, 'email')} />
            <PhoneInput label="Teléfono" {...field(index, 'telefono')} />
          </SimpleGrid>
        </Fieldset>
      ))}
    </FormFrame>
  );
}
