import { Button, SegmentedControl, Text } from '@mantine/core';
import { getCliente } from '#contract/clientes.ts';
import { searchDuplicados } from '#contract/duplicados.ts';
import { useEndpoint, useMutate } from '../../api/queries.ts';
import { AppLink } from '../../ui/link.tsx';
import { useListSearch } from '../../ui/list/useListSearch.ts';
import { ClientesFrame } from '../clientes/ClientesFrame.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import { ParesList } from './ParesList.tsx';
import { UnionesList } from './UnionesList.tsx';

export default function DuplicadosPage() {
  const { search, set } = useListSearch();
  const cliente = /^[1-9]\d{0,14}$/.test(search.cliente ?? '') ? Number(search.cliente) : undefined;
  const vista = search.vista === 'uniones' ? 'uniones' : 'pares';
  const buscar = useMutate(searchDuplicados, {
    done: 'Buscando en todas las personas. Los que aparezcan se suman a esta lista en unos minutos.',
  });
  return (
    <ClientesFrame
      title="Duplicados"
      actions={
        <Button variant="default" loading={buscar.isPending} onClick={() => buscar.mutate({})}>
          Buscar ahora
        </Button>
      }
    >
      {cliente === undefined ? (
        <SegmentedControl
          mb="md"
          aria-label="Qué ver"
          value={vista}
          onChange={(value) => set({ vista: value === 'uniones' ? value : undefined })}
          data={[
            { value: 'pares', label: 'Por revisar' },
            { value: 'uniones', label: 'Uniones hechas' },
          ]}
        />
      ) : (
        <DeQuien id={cliente} />
      )}
      {vista === 'uniones' ? <UnionesList /> : <ParesList cliente={cliente} />}
    </ClientesFrame>
  );
}

function DeQuien({ id }: { id: number }) {
  const { data } = useEndpoint(getCliente, { params: { id } });
  return (
    <Text mb="md" className="tap-links">
      Quiénes se parecen a{' '}
      <AppLink to="/app/clientes/$id" params={{ id: String(id) }}>
        {data ? nombreCompleto(data) : 'esta persona'}
      </AppLink>
      . <AppLink to="/app/duplicados">Ver todos los duplicados</AppLink>
    </Text>
  );
}
