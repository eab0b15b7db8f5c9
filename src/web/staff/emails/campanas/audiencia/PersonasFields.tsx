import { Button, Group, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { type ClienteItem, listClientes } from '#contract/clientes.ts';
import { useEndpoint } from '../../../../api/queries.ts';
import { Picker } from '../../../../ui/Picker.tsx';
import { nombreCompleto } from '../../../clientes/persona.ts';
import { personas } from '../palabras.ts';

type Props = { ids: number[]; onChange: (ids: number[]) => void };

const SHOWN = 6;

/** People chosen one by one. */
export function PersonasFields({ ids, onChange }: Props) {
  const [text, setText] = useState('');
  const [last, setLast] = useState<ClienteItem>();
  const [q] = useDebouncedValue(text.trim(), 200);
  const found = useEndpoint(
    listClientes,
    { query: { q, limite: SHOWN } },
    { keep: true, enabled: q !== '' },
  );
  const items = q === '' || text.trim() === '' ? [] : (found.data?.items ?? []);
  function add(key: string) {
    const person = items.find(({ id }) => String(id) === key);
    if (!person) return;
    setLast(person);
    setText('');
    if (!ids.includes(person.id)) onChange([...ids, person.id]);
  }
  return (
    <Stack gap="sm">
      <Picker
        label="Agregar a alguien"
        placeholder="Busca por nombre, correo, teléfono o RUT"
        text={text}
        onText={setText}
        loading={q !== '' && found.isFetching}
        options={items.map((cliente) => ({
          key: String(cliente.id),
          title: nombreCompleto(cliente),
          detail: cliente.email ?? 'Sin correo',
          aside: ids.includes(cliente.id) ? 'Ya está' : undefined,
          disabled: ids.includes(cliente.id),
        }))}
        onPick={add}
        {...(q && text.trim() ? { nothing: 'Nadie coincide.' } : {})}
      />
      <Group justify="space-between" gap="xs">
        <Text role="status">
          <b>{ids.length === 1 ? '1 persona elegida' : `${personas(ids.length)} elegidas`}</b>
          {last && ids.includes(last.id) && ` · agregaste a ${nombreCompleto(last)}`}
        </Text>
        {ids.length > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={() => onChange([])}>
            Quitar a todas
          </Button>
        )}
      </Group>
      {ids.length > 0 && (
        <Text size="sm" c="dimmed">
          En «Ver a quiénes» y en quienes quedan fuera puedes quitar a una persona de la lista.
        </Text>
      )}
    </Stack>
  );
}
