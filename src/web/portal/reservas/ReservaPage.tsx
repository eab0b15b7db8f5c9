import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReservaPublica } from '#contract/publico.ts';
import { ApiError } from '../../api/client.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { reservaQuery } from '../publico.api.ts';
import { NotFoundPage } from '../shell/NotFoundPage.tsx';
import { useTitle } from '../shell/title.ts';
import { aboutPurchase } from './compra.ts';
import { HowToPay } from './HowToPay.tsx';
import { Keep } from './Keep.tsx';
import { ReservaStatus } from './ReservaStatus.tsx';
import { ReservaSummary } from './ReservaSummary.tsx';
import classes from './reserva.module.css';

const OPEN_REFRESH_MS = 60_000;

/** What a person with the reference sees: the state of their purchase, and how to pay for it. */
export function ReservaPage() {
  const { codigo } = useParams({ from: '/site/reservas/$codigo' });
  useTitle('Tu reserva');
  const { data, error, refetch } = useQuery({
    ...reservaQuery(codigo),
    refetchInterval: ({ state }) => (state.data && owes(state.data) ? OPEN_REFRESH_MS : false),
  });
  if (data) return <ReservaDetail reserva={data} />;
  if (error instanceof ApiError && error.code === 'NO_ENCONTRADO') {
    return <NotFoundPage title="No encontramos esta reserva" />;
  }
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  return (
    <div className={classes.page} role="status" aria-label="Cargando tu reserva">
      <Skeleton height={40} width="60%" />
      <Skeleton height={180} mt={24} radius={14} />
      <Skeleton height={360} mt={24} radius={14} />
    </div>
  );
}

function owes({ estado, saldo, vencida }: ReservaPublica): boolean {
  return !vencida && saldo > 0 && (estado === 'PENDIENTE' || estado === 'ABONADO');
}

function ReservaDetail({ reserva }: { reserva: ReservaPublica }) {
  return (
    <article className={classes.page}>
      <ReservaStatus reserva={reserva} />
      {owes(reserva) && <HowToPay pay={reserva} about={aboutPurchase(reserva)} />}
      <ReservaSummary reserva={reserva} />
      {reserva.estado !== 'ANULADO' && !reserva.vencida && <Keep codigo={reserva.codigo} />}
    </article>
  );
}
