import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { getCliente } from '#contract/clientes.ts';
import { useEndpoint } from '../../api/queries.ts';
import { ButtonLink } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { useIdParam } from '../useIdParam.ts';
import { InscribirForm } from './InscribirForm.tsx';

const asId = (text: string | undefined) =>
  text && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;

/** A sale of seats; the address may already say who (`cliente`) and to what (`taller`). */
export default function InscribirPage() {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const own = useIdParam();
  const tallerId = own ?? asId(search.taller);
  const clienteId = asId(search.cliente);
  const back = own
    ? ({ to: '/app/talleres/$id', params: { id: String(own) }, label: 'Volver al taller' } as const)
    : clienteId
      ? ({
          to: '/app/clientes/$id',
          params: { id: String(clienteId) },
          label: 'Volver al cliente',
        } as const)
      : ({ to: '/app/ventas', label: 'Volver a ventas' } as const);
  const { label: _, ...out } = back;
  const cancel = (
    <ButtonLink {...out} variant="subtle">
      Cancelar
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title="Nueva inscripción" back={back} />
      {clienteId ? (
        <ForCliente id={clienteId} tallerId={tallerId} cancel={cancel} />
      ) : (
        <InscribirForm tallerId={tallerId} cancel={cancel} />
      )}
    </>
  );
}

type Props = { id: number; tallerId: number | undefined; cancel: ReactNode };

function ForCliente({ id, ...rest }: Props) {
  const cliente = useEndpoint(getCliente, { params: { id } });
  return (
    <QueryGate query={cliente}>{(data) => <InscribirForm cliente={data} {...rest} />}</QueryGate>
  );
}
