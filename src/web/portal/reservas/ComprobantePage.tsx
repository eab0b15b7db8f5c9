import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { formatNumero } from '#contract/numero.ts';
import { ApiError } from '../../api/client.ts';
import { Hoja } from '../../comprobante/Hoja.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { NotFoundPage } from '../shell/NotFoundPage.tsx';
import { useTitle } from '../shell/title.ts';
import { comprobanteQuery } from './comprobante.api.ts';
import classes from './comprobante.module.css';

/** The receipt of a purchase, for whoever has its reference: to print or to keep as a PDF. */
export function ComprobantePage() {
  const { codigo } = useParams({ from: '/site/reservas/$codigo/comprobante' });
  const { data, error, refetch } = useQuery(comprobanteQuery(codigo));
  useTitle(data ? `Comprobante N° ${formatNumero(data.numero)}` : 'Comprobante');
  if (error instanceof ApiError && error.code === 'NO_ENCONTRADO') {
    return <NotFoundPage title="Este comprobante aún no existe" />;
  }
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) {
    return (
      <div role="status" aria-label="Cargando el comprobante">
        <Skeleton height={560} radius={14} maw={760} mx="auto" />
      </div>
    );
  }
  return (
    <>
      <div className={classes.actions}>
        <Link to="/reservas/$codigo" params={{ codigo: data.codigo }} className={classes.back}>
          <IconArrowLeft size={18} aria-hidden /> Volver a la compra
        </Link>
        <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          Imprimir
        </Button>
        <Button
          component="a"
          variant="default"
          href={`/api/publico/reservas/${data.codigo}/comprobante/pdf`}
          target="_blank"
          rel="noopener"
          aria-label="Abrir el PDF en otra pestaña"
          leftSection={<IconFileTypePdf size={18} aria-hidden />}
        >
          PDF
        </Button>
      </div>
      <Hoja doc={data} title />
    </>
  );
}
