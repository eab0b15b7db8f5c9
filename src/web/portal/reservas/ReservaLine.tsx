import { IconBook2, IconBox, IconCalendarEvent, type TablerIcon } from '@tabler/icons-react';
import type { ReservaPublica } from '#contract/publico.ts';
import { EstadoBadge } from '../../ui/EstadoBadge.tsx';
import { AppLink } from '../../ui/link.tsx';
import { Money } from '../../ui/Money.tsx';
import { When } from '../talleres/When.tsx';
import { placeText, seatsCount } from '../talleres/words.ts';
import { type Linea, standingLines } from './compra.ts';
import classes from './reserva.module.css';

const icons: Record<Linea['tipo'], TablerIcon> = {
  TALLER: IconCalendarEvent,
  CURSO: IconBook2,
  PRODUCTO: IconBox,
};

type Props = { linea: Linea; reserva: ReservaPublica };

/** One thing bought: what it is, what it cost, and what comes next of it. */
export function ReservaLine({ linea, reserva }: Props) {
  const Icon = icons[linea.tipo];
  const gone = linea.anulada || reserva.estado === 'ANULADO' || reserva.vencida;
  return (
    <>
      <Icon size={22} stroke={1.6} className={classes.lineIcon} aria-hidden />
      <LineTitle linea={linea} />
      <span className={classes.lineTotal} data-gone={linea.anulada || undefined}>
        {linea.total === 0 ? 'Gratis' : <Money value={linea.total} />}
      </span>
      <div className={classes.lineFacts}>
        {linea.anulada && reserva.estado !== 'ANULADO' && (
          <span>
            <EstadoBadge tone="off">Anulado</EstadoBadge>
          </span>
        )}
        <LineFacts linea={linea} />
        {!gone && <WhatNext linea={linea} reserva={reserva} />}
      </div>
    </>
  );
}

function LineTitle({ linea: { titulo, taller, cursoSlug } }: { linea: Linea }) {
  if (taller) {
    return (
      <AppLink to="/talleres/$slug" params={{ slug: taller.slug }} className={classes.lineTitle}>
        {titulo}
      </AppLink>
    );
  }
  if (cursoSlug) {
    return (
      <AppLink to="/cursos/$slug" params={{ slug: cursoSlug }} className={classes.lineTitle}>
        {titulo}
      </AppLink>
    );
  }
  return <span className={classes.lineTitle}>{titulo}</span>;
}

function LineFacts({ linea: { tipo, taller, cantidad } }: { linea: Linea }) {
  if (tipo === 'CURSO') return <span className={classes.detail}>Curso en línea</span>;
  if (!taller) {
    return (
      <span className={classes.detail}>{cantidad === 1 ? '1 unidad' : `${cantidad} unidades`}</span>
    );
  }
  return (
    <>
      <span className={classes.capital}>
        <When horario={taller} />
      </span>
      <span>{placeText(taller)}</span>
      {taller.direccion && <span className={classes.detail}>{taller.direccion}</span>}
      <span className={classes.detail}>{seatsCount(cantidad)}</span>
    </>
  );
}

function WhatNext({ linea, reserva }: Props) {
  if (linea.tipo === 'TALLER') return null;
  if (linea.tipo === 'CURSO') {
    return (
      <span className={classes.next}>
        {reserva.estado === 'PENDIENTE' && 'Tu curso se abre al pagar: entra a '}
        {reserva.estado === 'ABONADO' && 'Revisa si ya puedes empezarlo en '}
        {reserva.estado === 'PAGADO' && 'Ya puedes empezarlo: entra a '}
        <AppLink to="/mi/cursos" underline="always">
          tu portal
        </AppLink>
        .
      </span>
    );
  }
  return <span className={classes.next}>{delivery(linea, reserva)}</span>;
}

function delivery({ entrega, entregaNota }: Linea, reserva: ReservaPublica): string {
  if (entrega === 'ENTREGADO') return 'Ya te lo entregamos.';
  if (entrega === 'ENVIADO') return `Enviado.${entregaNota ? ` ${entregaNota}` : ''}`;
  if (standingLines(reserva).some(({ taller }) => taller?.modalidad === 'PRESENCIAL')) {
    return 'Te lo entregamos en el taller.';
  }
  return reserva.estado === 'PENDIENTE'
    ? 'Al pagar te contamos cómo lo recibes.'
    : 'Te escribiremos para contarte cómo lo recibes.';
}
