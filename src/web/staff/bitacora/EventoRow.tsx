import { Text } from '@mantine/core';
import type { LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Evento } from '#contract/bitacora.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { AppLink } from '../../ui/link.tsx';
import { Money } from '../../ui/Money.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import classes from './bitacora.module.css';
import { InteraccionEvento } from './InteraccionEvento.tsx';
import { iconoDe } from './iconos.ts';

/** Something that happened: what, when, by whom, and the amount where money moved. */
export function EventoRow({ evento }: { evento: Evento }) {
  const { titulo, detalle, monto, interaccion } = evento;
  const Icon = iconoDe(evento);
  return (
    <li className={classes.item}>
      <span className={classes.icon} data-clase={evento.clase}>
        <Icon size={18} stroke={1.8} aria-hidden />
      </span>
      <div className={classes.body}>
        {interaccion ? (
          <InteraccionEvento
            interaccion={interaccion}
            about={(tipo) => <Cuando evento={evento} what={tipo} />}
          />
        ) : (
          <>
            <div className={`${classes.title} tap-links`}>
              <Destino destino={evento.destino}>{titulo}</Destino>
            </div>
            {detalle && (
              <Text size="sm" className={classes.detail}>
                {detalle}
              </Text>
            )}
            <Cuando evento={evento} />
          </>
        )}
      </div>
      {monto !== null && (
        <Text fw={evento.clase === 'PAGOS' ? 600 : 400} className={classes.amount}>
          <Money value={monto} />
        </Text>
      )}
    </li>
  );
}

type CuandoProps = { evento: Evento; what?: string | undefined };

function Cuando({ evento: { en, usuario, cliente }, what }: CuandoProps) {
  return (
    <Text size="sm" c="dimmed" className="tap-links" component="div">
      {what && `${what} · `}
      {cliente && (
        <>
          <AppLink
            to="/app/clientes/$id"
            params={{ id: String(cliente.id) }}
            inherit
            underline="always"
          >
            {nombreCompleto(cliente)}
          </AppLink>
          {' · '}
        </>
      )}
      <DateTime value={en} />
      {usuario && ` · ${usuario}`}
    </Text>
  );
}

type Tipo = NonNullable<Evento['destino']>['tipo'];

const destinos: Record<Tipo, LinkProps['to']> = {
  COBRO: '/app/ventas/$id',
  EMAIL: '/app/emails/registro/$id',
  TALLER: '/app/talleres/$id',
  CURSO: '/app/cursos/$id',
  // Reviews have no page of their own.
  RESENA: '/app/resenas',
};

/** The words as a link to where one reads more. */
function Destino({ destino, children }: { destino: Evento['destino']; children: ReactNode }) {
  if (!destino) return <Text fw={600}>{children}</Text>;
  const { tipo, id } = destino;
  return (
    <AppLink to={destinos[tipo] as '/app/ventas/$id'} params={{ id: String(id) }} fw={600}>
      {children}
    </AppLink>
  );
}
