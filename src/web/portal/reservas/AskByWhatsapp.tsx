import { Button } from '@mantine/core';
import { IconBrandWhatsapp } from '@tabler/icons-react';
import { formatHorario } from '#contract/horario.ts';
import { whatsappLink } from '#contract/phone.ts';
import type { ReservaPublica } from '#contract/publico.ts';
import { type Linea, standingLines } from './compra.ts';

type Props = { reserva: ReservaPublica; receipt?: boolean };

function about({ titulo, taller }: Linea): string {
  return taller
    ? `«${titulo}» (${formatHorario(taller, new Date().toISOString())})`
    : `«${titulo}»`;
}

/** Writes to the business with the reference already in the text; nothing when it has no WhatsApp. */
export function AskByWhatsapp({ reserva, receipt = false }: Props) {
  if (!reserva.whatsapp) return null;
  const what = `${reserva.codigo}: ${standingLines(reserva).map(about).join(', ')}`;
  const text = receipt
    ? `Hola, les envío el comprobante de mi transferencia por la reserva ${what}.`
    : `Hola, les escribo por mi reserva ${what}.`;
  return (
    <Button
      component="a"
      href={whatsappLink(reserva.whatsapp, text)}
      target="_blank"
      rel="noopener noreferrer"
      size="md"
      variant={receipt ? 'filled' : 'default'}
      leftSection={<IconBrandWhatsapp size={20} aria-hidden />}
    >
      {receipt ? 'Enviar el comprobante' : 'Escribir por WhatsApp'}
    </Button>
  );
}
