import { Button, Fieldset, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { listClientes } from '#contract/clientes.ts';
import { listEmpresas } from '#contract/empresas.ts';
import { nombresOrigen, opciones } from '#contract/nombres.ts';
import { useEndpoint } from '../../../api/queries.ts';
import { EmailInput } from '../../../ui/form/EmailInput.tsx';
import { PhoneInput } from '../../../ui/form/PhoneInput.tsx';
import { nombreCompleto } from '../../clientes/persona.ts';
import type { PersonaElegida } from '../ElegirPersona.tsx';

type Props = {
  field: (name: string) => GetInputPropsReturnType;
  email: string | null | undefined;
  /** The company whose contact it will be, when that was chosen before. */
  empresa: { razonSocial: string } | undefined;
  empresaId: number | null | undefined;
  setEmpresa: (id: number | null) => void;
  /** The server said that someone has that email. */
  duplicate: boolean;
  onUse: (persona: PersonaElegida) => void;
  onBack: () => void;
};

/** The least that is asked of a person who enrols for the first time. */
export function NuevaPersonaFields(props: Props) {
  const { field, email, empresa, empresaId, setEmpresa, duplicate, onUse, onBack } = props;
  return (
    <Fieldset legend={empresa ? `Nuevo contacto de ${empresa.razonSocial}` : 'Nueva persona'}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <TextInput label="Nombres" required autoComplete="off" {...field('persona.nombres')} />
          <TextInput label="Apellidos" autoComplete="off" {...field('persona.apellidos')} />
          <EmailInput label="Correo" {...field('persona.email')} />
          <PhoneInput label="Teléfono" {...field('persona.telefono')} />
          <Select
            label="Cómo llegó"
            required
            placeholder="Elige"
            data={opciones(nombresOrigen)}
            {...field('persona.origen')}
          />
          {!empresa && (
            <EmpresaSelect
              {...field('persona.empresaId')}
              value={empresaId ? String(empresaId) : null}
              onChange={(value) => setEmpresa(value ? Number(value) : null)}
            />
          )}
        </SimpleGrid>
        <Text size="sm" c="dimmed">
          Basta un correo o un teléfono. Lo demás se completa después en su ficha.
        </Text>
        {duplicate && email && <Duplicate email={email} onUse={onUse} />}
        <div>
          <Button variant="subtle" onClick={onBack}>
            Buscar a alguien que ya está
          </Button>
        </div>
      </Stack>
    </Fieldset>
  );
}

/** The person who has that email already, one click away. */
function Duplicate({ email, onUse }: { email: string; onUse: (persona: PersonaElegida) => void }) {
  const wanted = email.trim().toLowerCase();
  const list = useEndpoint(listClientes, { query: { q: wanted, limite: 5 } });
  const found = list.data?.items.find((one) => one.email?.toLowerCase() === wanted);
  if (!found) return null;
  return (
    <Group gap="xs" role="status">
      <Text size="sm">Ese correo es de {nombreCompleto(found)}.</Text>
      <Button size="compact-sm" variant="light" onClick={() => onUse(found)}>
        Elegir a {found.nombres}
      </Button>
    </Group>
  );
}

type EmpresaProps = { value: string | null; onChange: (value: string | null) => void };

function EmpresaSelect(props: EmpresaProps) {
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 200);
  const list = useEndpoint(listEmpresas, { query: { q, limite: 20 } }, { keep: true });
  const [known, setKnown] = useState<{ value: string; label: string }>();
  const found = (list.data?.items ?? []).map(({ id, razonSocial }) => ({
    value: String(id),
    label: razonSocial,
  }));
  const data =
    known && !found.some(({ value }) => value === known.value) ? [known, ...found] : found;
  return (
    <Select
      label="Empresa"
      placeholder="Si viene de una empresa"
      searchable
      clearable
      autoComplete="off"
      {...props}
      data={data}
      // The server has searched already, without accents.
      filter={({ options }) => options}
      searchValue={text}
      onSearchChange={setText}
      onChange={(value) => {
        setKnown(data.find((one) => one.value === value));
        props.onChange(value);
      }}
    />
  );
}
