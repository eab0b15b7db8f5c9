import { List, Text } from '@mantine/core';
import type { CobroItem } from '#contract/cobros.ts';
import { formatPesos } from '#contract/money.ts';
import { listPorReembolsar } from '#contract/ventas.ts';
import { useEndpoint } from '../../api/queries.ts';
import { AppLink } from '../../ui/link.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { nombreCompleto } from '../clientes/persona.ts';

/** The money that an annulled Taller leaves to be given back. */
export function PorReembolsar({ id }: { id: number }) {
  const list = useEndpoint(listPorReembolsar, { params: { id } });
  return (
    <Panel title="Por devolver">
      <QueryGate query={list} rows={2}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Text>No queda dinero por devolver de este taller.</Text>
          ) : (
            <>
              <Text mb="xs">
                Quedan <strong className="tabular">{formatPesos(total)}</strong> por devolver. Abre
                cada venta para registrar su reembolso.
              </Text>
              <ReembolsoList items={items} />
            </>
          )
        }
      </QueryGate>
    </Panel>
  );
}

/** Each sale with money to give back, and the way to it. */
export function ReembolsoList({ items }: { items: CobroItem[] }) {
  return (
    <List spacing={6}>
      {items.map(({ id, codigo, cliente, porReembolsar, saldoAFavor }) => (
        <List.Item key={id}>
          <AppLink to="/app/ventas/$id" params={{ id: String(id) }}>
            {nombreCompleto(cliente)} ({codigo})
          </AppLink>
          : <span className="tabular">{formatPesos(porReembolsar + saldoAFavor)}</span>
        </List.Item>
      ))}
    </List>
  );
}
