import { Button, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { type ClienteItem, listClientes } from '#contract/clientes.ts';
import { formatPhone } from '#contract/phone.ts';
import { useEndpoint } from '../../api/queries.ts';
import { Chosen, Picker } from '../../ui/Picker.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import { usePuede } from '../session.ts';

export type PersonaElegida = Pick<
  ClienteItem,
  'id' | 'nombres' | 'apellidos' | 'email' | 'telefono' | 'empresa'
>;

function reachOf({ email, telefono, empresa }: PersonaElegida): string {
  return [email, telefono && formatPhone(telefono), empresa?.razonSocial]
    .filter(Boolean)
    .join(' · ');
}

type Props = {
  label?: string;
  /** Only the contacts of this company. */
  empresaId?: number;
  chosen: PersonaElegida | undefined;
  /** Of the field, so that its error takes the focus here. */
  name?: string;
  error: ReactNode;
  onPick: (persona: PersonaElegida) => void;
  onClear: () => void;
  /** Starts a new person, with what was typed; without it only those known may be chosen. */
  onNew?: (text: string) => void;
};

const SHOWN = 6;

/** Finds a person of the business as one types, or starts a new one. */
export function ElegirPersona(props: Props) {
  const { label = 'Persona', empresaId, chosen, name = 'persona.clienteId' } = props;
  const { error, onPick, onClear, onNew } = props;
  const puede = usePuede();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 200);
  const list = useEndpoint(
    listClientes,
    {
      query: { q, limite: SHOWN, orden: '-creadoEn', ...(empresaId ? { empresa: empresaId } : {}) },
    },
    { keep: true, enabled: chosen === undefined },
  );
  if (chosen) {
    return (
      <Chosen
        label={label}
        title={nombreCompleto(chosen)}
        detail={reachOf(chosen)}
        error={error}
        onChange={onClear}
      />
    );
  }
  const items = list.data?.items ?? [];
  return (
    <Stack gap="sm">
      <Picker
        label={label}
        placeholder="Nombre, correo, teléfono o RUT"
        name={name}
        error={error}
        text={text}
        onText={setText}
        loading={list.isFetching || text.trim() !== q}
        options={items.map((one) => ({
          key: String(one.id),
          title: nombreCompleto(one),
          detail: reachOf(one),
        }))}
        onPick={(key) => {
          const found = items.find(({ id }) => String(id) === key);
          if (found) onPick(found);
        }}
        nothing={q ? `Nadie coincide con «${q}».` : empresaId ? 'Aún no tiene contactos.' : ''}
      />
      {onNew && puede('clientes:escribir') && (
        <div>
          <Button
            variant="light"
            leftSection={<IconUserPlus size={18} aria-hidden />}
            onClick={() => onNew(text.trim())}
          >
            {text.trim() ? `Nueva persona: ${text.trim()}` : 'Nueva persona'}
          </Button>
        </div>
      )}
    </Stack>
  );
}
