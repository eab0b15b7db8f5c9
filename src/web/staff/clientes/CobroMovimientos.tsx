import { Text } from '@mantine/core';
import { type Cobro, getCobro, type Pago } from '#contract/cobros.ts';
import { nombresMedio } from '#contract/medios.ts';
import { nombresEntrega, nombresTipoPago } from '#contract/nombres.ts';
import { useEndpoint } from '../../api/queries.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { Money } from '../../ui/Money.tsx';
import { LineaLink } from '../ventas/LineaLink.tsx';
import classes from './cobros.module.css';

type Linea = Cobro['lineas'][number];

/** What a sale is made of and the movements of its money; read when they are asked for. */
export function CobroMovimientos({ id, cobroId }: { id: string; cobroId: number }) {
  const cobro = useEndpoint(getCobro, { params: { id: cobroId } });
  return (
    <div id={id}>
      {cobro.isPending && <ListSkeleton rows={2} height={24} />}
      {cobro.isError && <ErrorState error={cobro.error} retry={() => void cobro.refetch()} />}
      {cobro.data && (
        <>
          <ul className={classes.movements} aria-label="Qué se vendió">
            {cobro.data.lineas.map((linea) => (
              <LineaItem key={`${linea.tipo}-${linea.id}`} linea={linea} />
            ))}
          </ul>
          <ul className={classes.movements} aria-label="Pagos">
            {cobro.data.pagos.map((pago) => (
              <PagoItem key={pago.id} pago={pago} />
            ))}
            {cobro.data.pagos.length === 0 && (
              <li>
                <Text size="sm" c="dimmed">
                  Todavía no hay pagos.
                </Text>
              </li>
            )}
          </ul>
        </>
      )}
    </div>
  );
}

function LineaItem({ linea }: { linea: Linea }) {
  return (
    <li className={classes.movement}>
      <div>
        <LineaLink linea={linea} />
        <Text size="sm" c="dimmed">
          {linea.tipo === 'TALLER' && <DateTime value={linea.iniciaEn} zone={linea.zona} />}
          {linea.tipo === 'CURSO' && 'Curso'}
          {linea.tipo === 'PRODUCTO' && nombresEntrega[linea.entrega]}
          {linea.cantidad > 1 &&
            ` · ${linea.cantidad} ${linea.tipo === 'TALLER' ? 'cupos' : 'unidades'}`}
          {linea.anuladaEn && ' · Anulado'}
        </Text>
      </div>
      <Text size="sm" td={linea.anuladaEn ? 'line-through' : undefined}>
        <Money value={linea.total} />
      </Text>
    </li>
  );
}

function PagoItem({ pago }: { pago: Pago }) {
  const { tipo, medio, referencia, monto, fecha, registradoPor } = pago;
  return (
    <li className={classes.movement}>
      <div>
        <Text size="sm">
          {nombresTipoPago[tipo]} · {nombresMedio[medio]}
          {referencia && ` · ${referencia}`}
        </Text>
        <Text size="sm" c="dimmed">
          <DateTime value={fecha} />
          {registradoPor && ` · ${registradoPor}`}
        </Text>
      </div>
      <Text size="sm">
        <Money value={tipo === 'PAGO' ? monto : -monto} />
      </Text>
    </li>
  );
}
