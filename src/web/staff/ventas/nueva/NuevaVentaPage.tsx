import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { getCliente } from '#contract/clientes.ts';
import { getEmpresa } from '#contract/empresas.ts';
import { useEndpoint } from '../../../api/queries.ts';
import { ButtonLink } from '../../../ui/link.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryGate } from '../../../ui/QueryGate.tsx';
import { useIdParam } from '../../useIdParam.ts';
import { asId, backOf, itemOf } from './direccion.ts';
import type { ItemRef } from './item.ts';
import { VentaForm } from './VentaForm.tsx';

/** A sale of any mix; the address may already say who (`cliente`, `empresa`) and what (`taller`, `curso`, `producto`). */
export default function NuevaVentaPage() {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const own = useIdParam();
  const item = own === undefined ? itemOf(search) : ({ tipo: 'TALLER', id: own } as const);
  const clienteId = asId(search.cliente);
  const empresaId = asId(search.empresa);
  const back = backOf({ tallerId: own, clienteId, empresaId });
  const { label: _, ...out } = back;
  const shared = {
    item,
    cancel: (
      <ButtonLink {...out} variant="subtle">
        Cancelar
      </ButtonLink>
    ),
  };
  return (
    <>
      <PageHeader title="Nueva venta" back={back} />
      {clienteId ? (
        <ForCliente id={clienteId} {...shared} />
      ) : empresaId ? (
        <ForEmpresa id={empresaId} {...shared} />
      ) : (
        <VentaForm {...shared} />
      )}
    </>
  );
}

type Props = { id: number; item: ItemRef | undefined; cancel: ReactNode };

function ForCliente({ id, ...rest }: Props) {
  const cliente = useEndpoint(getCliente, { params: { id } });
  return <QueryGate query={cliente}>{(data) => <VentaForm cliente={data} {...rest} />}</QueryGate>;
}

function ForEmpresa({ id, ...rest }: Props) {
  const empresa = useEndpoint(getEmpresa, { params: { id } });
  return <QueryGate query={empresa}>{(data) => <VentaForm empresa={data} {...rest} />}</QueryGate>;
}
