import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { getCampana } from '#contract/campanas.ts';
import { getCliente } from '#contract/clientes.ts';
import { useEndpoint } from '../../../api/queries.ts';
import { DatesFilter } from '../../../ui/list/DatesFilter.tsx';
import { useListSearch } from '../../../ui/list/useListSearch.ts';
import { nombreCompleto } from '../../clientes/persona.ts';

/** `campana` and `cliente` come with a link, and are only taken away here. */
export const registroFilterNames = ['campana', 'cliente', 'desde', 'hasta'];

const isId = (text: string | undefined) => text !== undefined && /^[1-9]\d{0,14}$/.test(text);

/** Between which days, and of which campaign or person the list is. */
export function RegistroFilters() {
  const { search, set } = useListSearch();
  const { campana, cliente } = search;
  const ofCampana = useEndpoint(
    getCampana,
    { params: { id: campana ?? '' } },
    { enabled: isId(campana) },
  );
  const ofCliente = useEndpoint(
    getCliente,
    { params: { id: cliente ?? '' } },
    { enabled: isId(cliente) },
  );
  return (
    <>
      <DatesFilter title="Fecha" from="desde" to="hasta" />
      {campana && (
        <Only
          what={ofCampana.data ? `Campaña «${ofCampana.data.nombre}»` : 'De una campaña'}
          remove="Ver los correos de todas las campañas"
          onRemove={() => set({ campana: undefined })}
        />
      )}
      {cliente && (
        <Only
          what={ofCliente.data ? `Para ${nombreCompleto(ofCliente.data)}` : 'Para una persona'}
          remove="Ver los correos para todas las personas"
          onRemove={() => set({ cliente: undefined })}
        />
      )}
    </>
  );
}

type OnlyProps = { what: string; remove: string; onRemove: () => void };

function Only({ what, remove, onRemove }: OnlyProps) {
  return (
    <Button
      variant="light"
      maw="100%"
      rightSection={<IconX size={16} aria-hidden />}
      aria-label={`${what}. ${remove}`}
      onClick={onRemove}
    >
      {what}
    </Button>
  );
}
