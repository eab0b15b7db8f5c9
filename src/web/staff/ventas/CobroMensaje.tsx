import { Stack } from '@mantine/core';
import type { Cobro } from '#contract/cobros.ts';
import { formatMomento } from '#contract/horario.ts';
import { formatPesos } from '#contract/money.ts';
import { CopyText } from '../../ui/CopyText.tsx';
import { WhatsappLink } from '../../ui/contact.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useVias } from '../interacciones/useVias.ts';
import { useMarca } from '../session.ts';
import { cuantos } from './lineas.ts';

const lista = new Intl.ListFormat('es', { type: 'conjunction' });

/** How the account stands, in words that one would write to the person. */
function messageOf(cobro: Cobro, page: string | undefined): string {
  const { cliente, lineas, codigo, total, pagado, saldo } = cobro;
  const now = new Date().toISOString();
  const live = lineas.filter(({ anuladaEn }) => anuladaEn === null);
  const what = live.map((linea) => {
    const many = linea.cantidad === 1 ? '' : ` (${cuantos(linea)})`;
    const when =
      linea.tipo === 'TALLER' ? `, ${formatMomento(linea.iniciaEn, linea.zona, now)}` : '';
    return `«${linea.titulo}»${many}${when}`;
  });
  const account =
    saldo > 0
      ? `El total es ${formatPesos(total)}${pagado > 0 ? `, ya tenemos ${formatPesos(pagado)}` : ''} y quedan *${formatPesos(saldo)}* por pagar.`
      : total > 0
        ? `Está pagado por completo: ${formatPesos(total)}. ¡Gracias!`
        : 'No tienes nada que pagar.';
  return [
    `Hola, ${cliente.nombres}:`,
    `Tu compra ${codigo}: ${lista.format(what)}.`,
    account,
    page && saldo > 0 ? `Cómo pagar: ${page}` : '',
  ]
    .filter(Boolean)
    .join('\n');
}

/** The account as a text ready to be sent. */
export function CobroMensaje({ cobro }: { cobro: Cobro }) {
  const marca = useMarca();
  const { ofrecer } = useVias(cobro.cliente);
  if (cobro.estado === 'ANULADO') return null;
  const text = messageOf(cobro, marca && `${marca.publicUrl}/reservas/${cobro.codigo}`);
  return (
    <Panel title="Mensaje">
      <Stack gap="sm" align="stretch">
        <CopyText multiline label="Estado de su cuenta, para pegar en WhatsApp" text={text} />
        {cobro.cliente.telefono && (
          <WhatsappLink
            phone={cobro.cliente.telefono}
            text={text}
            label="Abrir en WhatsApp"
            onClick={ofrecer('WHATSAPP', 'WhatsApp: estado de su cuenta')}
          />
        )}
      </Stack>
    </Panel>
  );
}
