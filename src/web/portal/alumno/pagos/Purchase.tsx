import { IconFileTypePdf, IconReceipt } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { formatMomento } from '#contract/horario.ts';
import { formatPesos } from '#contract/money.ts';
import type { MiCobro } from '#contract/portal.ts';
import { Money } from '../../../ui/Money.tsx';
import { HowToPay, type ToPay } from '../../reservas/HowToPay.tsx';
import classes from '../mi.module.css';
import { dayText } from '../words.ts';
import { PagoBadge } from './PagoBadge.tsx';
import pagoClasses from './pago.module.css';

const movements: Record<MiCobro['pagos'][number]['tipo'], string> = {
  PAGO: 'Pago recibido',
  REEMBOLSO: 'Devolución',
  REVERSO: 'Pago reversado',
};

type Props = { cobro: MiCobro; how: Omit<ToPay, 'codigo' | 'saldo'> };

/** One purchase: what it was, what was paid of it, what is owed and how to pay it. */
export function Purchase({ cobro, how }: Props) {
  const { codigo, creadoEn, lineas, pagos, total, pagado, saldo, estado } = cobro;
  const owes = saldo > 0 && estado !== 'ANULADO' && !cobro.vencida;
  const titles = lineas.filter(({ anulada }) => !anulada).map(({ titulo }) => `«${titulo}»`);
  return (
    <article className={classes.card} aria-label={`Compra ${codigo}`}>
      <div className={pagoClasses.head}>
        <h2 className={pagoClasses.date}>{dayText(creadoEn)}</h2>
        <PagoBadge cobro={cobro} />
      </div>
      <ul className={pagoClasses.lines}>
        {lineas.map((linea, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a purchase are not moved.
          <Line key={index} linea={linea} />
        ))}
      </ul>
      <dl className={pagoClasses.sums}>
        {estado !== 'ANULADO' && <Sum label="Total" value={total} />}
        {pagos.map(({ tipo, monto, fecha }) => (
          <Sum
            key={`${tipo} ${fecha} ${monto}`}
            label={`${movements[tipo]}, ${dayText(fecha)}`}
            value={tipo === 'PAGO' ? monto : -monto}
            minor
          />
        ))}
        {pagado > 0 && owes && <Sum label="Te falta pagar" value={saldo} />}
        {cobro.saldoAFavor > 0 && <Sum label="A tu favor" value={cobro.saldoAFavor} />}
        {cobro.porReembolsar > 0 && <Sum label="Por devolverte" value={cobro.porReembolsar} />}
      </dl>
      {owes && (
        <details className={pagoClasses.how}>
          <summary>Cómo pagar {formatPesos(saldo)}</summary>
          {cobro.venceEn && (
            <p>
              Paga antes del{' '}
              {formatMomento(cobro.venceEn, 'America/Santiago', new Date().toISOString())} para no
              perder tu reserva.
            </p>
          )}
          <HowToPay pay={{ codigo, saldo, ...how }} about={titles.join(', ')} bare />
        </details>
      )}
      <div className={pagoClasses.foot}>
        <Link to="/reservas/$codigo" params={{ codigo }}>
          Referencia {codigo}
        </Link>
        {cobro.comprobante !== null && <Receipt cobro={cobro} numero={cobro.comprobante} />}
      </div>
    </article>
  );
}

function Line({ linea }: { linea: MiCobro['lineas'][number] }) {
  const { titulo, cantidad, total, anulada, entrega, entregaNota } = linea;
  const note = {
    POR_ENTREGAR: 'Por entregar',
    ENTREGADO: 'Entregado',
    ENVIADO: entregaNota ? `Enviado: ${entregaNota}` : 'Enviado',
  };
  return (
    <li className={pagoClasses.line}>
      <span>
        {titulo}
        {cantidad > 1 && ` × ${cantidad}`}
        {anulada && <span className={pagoClasses.note}>Anulado</span>}
        {!anulada && entrega && <span className={pagoClasses.note}>{note[entrega]}</span>}
      </span>
      <span data-gone={anulada || undefined}>
        {total === 0 ? 'Gratis' : <Money value={total} />}
      </span>
    </li>
  );
}

type SumProps = { label: string; value: number; minor?: boolean };

function Sum({ label, value, minor = false }: SumProps) {
  return (
    <div className={pagoClasses.sum} data-minor={minor || undefined}>
      <dt>{label}</dt>
      <dd>
        <Money value={value} />
      </dd>
    </div>
  );
}

function Receipt({ cobro: { id, codigo }, numero }: { cobro: MiCobro; numero: number }) {
  return (
    <>
      <Link to="/reservas/$codigo/comprobante" params={{ codigo }}>
        <IconReceipt size={18} aria-hidden /> Comprobante n.º {numero}
      </Link>
      <a href={`/api/portal/pagos/${id}/comprobante/pdf`} download aria-label="Comprobante en PDF">
        <IconFileTypePdf size={18} aria-hidden /> PDF
      </a>
    </>
  );
}
