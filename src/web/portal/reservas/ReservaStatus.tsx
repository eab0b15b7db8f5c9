import { Group } from '@mantine/core';
import { formatMomento } from '#contract/horario.ts';
import { formatPesos } from '#contract/money.ts';
import type { ReservaPublica } from '#contract/publico.ts';
import { EstadoBadge, type Tone } from '../../ui/EstadoBadge.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { AskByWhatsapp } from './AskByWhatsapp.tsx';
import classes from './reserva.module.css';

type Status = { tone: Tone; word: string; title: string; text: string };

function isAhead({ iniciaEn }: ReservaPublica['taller']): boolean {
  return Date.parse(iniciaEn) > Date.now();
}

function statusOf(reserva: ReservaPublica): Status {
  const { estado, vencida, pagado, saldo, total, venceEn, cantidad, taller } = reserva;
  const seats = cantidad === 1 ? 'Tu cupo' : `Tus ${cantidad} cupos`;
  const are = cantidad === 1 ? 'está' : 'están';
  const until = venceEn && formatMomento(venceEn, taller.zona, new Date().toISOString());
  if (vencida) {
    return {
      tone: 'off',
      word: 'Vencida',
      title: 'Esta reserva venció',
      text:
        pagado > 0
          ? 'El plazo para pagar terminó y el cupo se liberó. Ya nos pagaste una parte: escríbenos para resolverlo.'
          : `El plazo para pagar terminó y el cupo se liberó.${
              isAhead(taller) ? ' Si todavía quedan, puedes inscribirte de nuevo.' : ''
            }`,
    };
  }
  switch (estado) {
    case 'ANULADO':
      return {
        tone: 'off',
        word: 'Anulada',
        title: 'Esta inscripción fue anulada',
        text:
          pagado > 0
            ? 'Tienes dinero a tu favor. Escríbenos para acordar la devolución.'
            : 'No debes nada. Si crees que es un error, escríbenos.',
      };
    case 'PAGADO':
      return {
        tone: 'ok',
        word: total === 0 ? 'Confirmada' : 'Pagada',
        title: `¡Listo! ${seats} ${are} confirmado${cantidad === 1 ? '' : 's'}`,
        text: total === 0 ? 'Te esperamos.' : 'Recibimos tu pago completo. Te esperamos.',
      };
    case 'ABONADO':
      return {
        tone: 'half',
        word: 'Abonada',
        title: `${seats} ${are} confirmado${cantidad === 1 ? '' : 's'}`,
        text: `Recibimos ${formatPesos(pagado)}. Te faltan ${formatPesos(saldo)} por pagar.`,
      };
    case 'PENDIENTE':
      return {
        tone: 'warn',
        word: 'Por pagar',
        title: `${seats} ${are} reservado${cantidad === 1 ? '' : 's'}`,
        text: until
          ? `Para confirmar, transfiere ${formatPesos(saldo)} antes del ${until}. Después de ese momento el cupo se libera.`
          : `Para confirmar, transfiere ${formatPesos(saldo)}.`,
      };
  }
}

/** In words: what state the seats are in, and what comes next. */
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
      {lost && (
        <div className={classes.actions}>
          {reserva.vencida && isAhead(reserva.taller) && (
            <ButtonLink to="/talleres/$slug" params={{ slug: reserva.taller.slug }} size="md">
              Ver si quedan cupos
            </ButtonLink>
          )}
          <AskByWhatsapp reserva={reserva} />
          <ButtonLink to="/" variant="default" size="md">
            Ver otros talleres
          </ButtonLink>
        </div>
      )}
    </header>
  );
}
