import { Group } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import type { ReservaPublica } from '#contract/publico.ts';
import { EstadoBadge } from '../../ui/EstadoBadge.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { AskByWhatsapp } from './AskByWhatsapp.tsx';
import { aboutPurchase, nextTaller } from './compra.ts';
import classes from './reserva.module.css';
import { statusOf } from './status.ts';

/** In words: what state the purchase is in, and what comes next. */
export function ReservaStatus({ reserva }: { reserva: ReservaPublica }) {
  const { tone, word, title, text } = statusOf(reserva);
  const lost = reserva.vencida || reserva.estado === 'ANULADO';
  return (
    <header className={classes.status}>
      <div role="status">
        <Group gap="sm" mb={10}>
          <EstadoBadge tone={tone}>{word}</EstadoBadge>
          <span className={classes.reference}>
            Referencia <strong className="tabular">{reserva.codigo}</strong>
          </span>
        </Group>
        <h1 className={classes.title}>{title}</h1>
        <p className={classes.lead}>{text}</p>
      </div>
      {(lost || reserva.comprobante !== null) && (
        <div className={classes.actions}>
          {reserva.comprobante !== null && (
            <ButtonLink
              to="/reservas/$codigo/comprobante"
              params={{ codigo: reserva.codigo }}
              variant="default"
              size="md"
              leftSection={<IconReceipt size={20} aria-hidden />}
            >
              Ver el comprobante
            </ButtonLink>
          )}
          {lost && <WhatNow reserva={reserva} />}
        </div>
      )}
    </header>
  );
}

function WhatNow({ reserva }: { reserva: ReservaPublica }) {
  const taller = nextTaller(reserva);
  return (
    <>
      {reserva.vencida && taller && (
        <ButtonLink to="/talleres/$slug" params={{ slug: taller.slug }} size="md">
          Ver si quedan cupos
        </ButtonLink>
      )}
      <AskByWhatsapp {...reserva} about={aboutPurchase(reserva)} />
      <ButtonLink to="/" variant="default" size="md">
        Ver otros talleres
      </ButtonLink>
    </>
  );
}
