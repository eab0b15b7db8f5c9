import { Button, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { getComprobante } from '#contract/comprobantes.ts';
import { useEndpoint } from '../../api/queries.ts';
import { Hoja } from '../../comprobante/Hoja.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { NotFound } from '../Root.tsx';
import { useIdParam } from '../useIdParam.ts';
import classes from './Cobro.module.css';
import { PdfButton } from './PdfButton.tsx';

export default function ComprobantePage() {
  const id = useIdParam();
  return id === undefined ? <NotFound /> : <Loaded id={id} />;
}

function Loaded({ id }: { id: number }) {
  const query = useEndpoint(getComprobante, { params: { id } });
  const back = { to: '/app/ventas/$id', params: { id: String(id) } } as const;
  return (
    <>
      <div className={classes.noPrint}>
        <PageHeader
          title="Comprobante"
          back={{ ...back, label: 'Volver a la venta' }}
          actions={
            query.data && (
              <Group gap="xs">
                <Button
                  leftSection={<IconPrinter size={18} aria-hidden />}
                  onClick={() => window.print()}
                >
                  Imprimir
                </Button>
                <PdfButton cobroId={id} />
              </Group>
            )
          }
        />
      </div>
      {query.error?.code === 'NO_ENCONTRADO' ? (
        <EmptyState
          title="Esta venta aún no tiene comprobante"
          action={<ButtonLink {...back}>Ir a la venta</ButtonLink>}
        >
          Se emite al registrar el primer pago, o con un botón en la venta.
        </EmptyState>
      ) : (
        <QueryGate query={query}>{(doc) => <Hoja doc={doc} />}</QueryGate>
      )}
    </>
  );
}
