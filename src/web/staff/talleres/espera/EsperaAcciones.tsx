import { ActionIcon, Button, Menu } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import {
  IconBrandWhatsapp,
  IconCopy,
  IconDotsVertical,
  IconMail,
  IconPhone,
  IconReceipt2,
  IconUserMinus,
} from '@tabler/icons-react';
import { type Espera, offerEspera, removeEspera } from '#contract/espera.ts';
import { formatHorario, formatMomento } from '#contract/horario.ts';
import { whatsappLink } from '#contract/phone.ts';
import type { Taller } from '#contract/talleres.ts';
import { useMutate } from '../../../api/queries.ts';
import { confirmAction } from '../../../ui/confirm.tsx';
import { MenuLink } from '../../../ui/menuLink.tsx';
import { nombreCompleto } from '../../clientes/persona.ts';
import { useVias } from '../../interacciones/useVias.ts';
import { usePuede } from '../../session.ts';
import classes from './espera.module.css';

type Props = { espera: Espera; taller: Taller };

const seats = (n: number) => (n === 1 ? 'el cupo' : `los ${n} cupos`);

/** What one would write to the person, with the link of their page. */
function messageOf({ cliente, estado, cantidad, ofertaVenceEn, enlace }: Espera, taller: Taller) {
  const now = new Date().toISOString();
  const what = `«${taller.titulo}» (${formatHorario(taller, now)})`;
  if (estado === 'OFRECIDA' && ofertaVenceEn) {
    const until = formatMomento(ofertaVenceEn, taller.zona, now);
    return `Hola, ${cliente.nombres}: hay ${cantidad === 1 ? 'un cupo' : `${cantidad} cupos`} para ti en ${what}. Te ${cantidad === 1 ? 'lo' : 'los'} guardamos hasta el ${until}.${enlace ? ` Acepta o déjalo pasar aquí: ${enlace}` : ''}`;
  }
  return `Hola, ${cliente.nombres}: estás en la lista de espera de ${what}.${enlace ? ` Aquí ves tu lugar: ${enlace}` : ''}`;
}

/** Offer at hand and write; the rest in a menu. */
export function EsperaAcciones({ espera, taller }: Props) {
  const may = usePuede();
  const { cliente, puede, estado, enlace, cobroId } = espera;
  const { copy, copied } = useClipboard({ timeout: 2500 });
  const name = nombreCompleto(cliente);
  const acts = useActs(espera, name);
  const { ofrecer } = useVias(cliente);
  const live = estado === 'ESPERANDO' || estado === 'OFRECIDA';
  const call = live && cliente.telefono;
  const sale = cobroId !== null && may('ventas:leer');
  return (
    <div className={classes.acts}>
      {puede.ofrecer && (
        <Button
          size="compact-sm"
          variant="light"
          loading={acts.offering}
          onClick={() => void acts.ofrecer()}
          aria-label={`Ofrecer ahora a ${name}`}
        >
          Ofrecer ahora
        </Button>
      )}
      {call && (
        <ActionIcon
          component="a"
          href={whatsappLink(call, messageOf(espera, taller))}
          target="_blank"
          rel="noopener noreferrer"
          onClick={ofrecer('WHATSAPP', `Lista de espera de ${taller.titulo}`.slice(0, 200))}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`WhatsApp a ${name}`}
        >
          <IconBrandWhatsapp size={20} aria-hidden />
        </ActionIcon>
      )}
      {(live || sale) && (
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={`Más acciones para ${name}`}
            >
              <IconDotsVertical size={20} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {live && enlace && (
              <Menu.Item
                leftSection={<IconCopy size={16} aria-hidden />}
                closeMenuOnClick={false}
                onClick={() => copy(enlace)}
              >
                <span role="status">{copied ? 'Enlace copiado' : 'Copiar su enlace'}</span>
              </Menu.Item>
            )}
            {call && (
              <Menu.Item
                component="a"
                href={`tel:${call}`}
                onClick={ofrecer('LLAMADA')}
                leftSection={<IconPhone size={16} aria-hidden />}
              >
                Llamar
              </Menu.Item>
            )}
            {live && cliente.email && (
              <Menu.Item
                component="a"
                href={`mailto:${cliente.email}`}
                onClick={ofrecer('CORREO')}
                leftSection={<IconMail size={16} aria-hidden />}
              >
                Escribir un correo
              </Menu.Item>
            )}
            {sale && (
              <MenuLink
                to="/app/ventas/$id"
                params={{ id: String(cobroId) }}
                leftSection={<IconReceipt2 size={16} aria-hidden />}
              >
                Ver la venta
              </MenuLink>
            )}
            {puede.quitar && (
              <Menu.Item
                color="red"
                leftSection={<IconUserMinus size={16} aria-hidden />}
                onClick={() => void acts.quitar()}
              >
                Quitar de la lista
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}

/** The acts, each after a yes to exactly what it does. */
function useActs({ id, estado, cantidad }: Espera, name: string) {
  const offer = useMutate(offerEspera, { done: `Cupo ofrecido a ${name}. Mándale su enlace.` });
  const remove = useMutate(removeEspera, { done: `${name} ya no está en la lista de espera.` });
  return {
    offering: offer.isPending,
    async ofrecer() {
      const yes = await confirmAction({
        title: `Ofrecer a ${name}`,
        body: `Le guardamos ${seats(cantidad)} aunque haya otras personas antes en la lista. Después mándale el enlace para que acepte.`,
        confirm: 'Ofrecer ahora',
      });
      if (yes) offer.mutate({ params: { id } });
    },
    async quitar() {
      const yes = await confirmAction({
        title: `Quitar a ${name}`,
        body:
          estado === 'OFRECIDA'
            ? `Pierde su oferta: ${seats(cantidad)} se ${cantidad === 1 ? 'ofrece' : 'ofrecen'} a quien sigue.`
            : 'Pierde su lugar. Si vuelve a anotarse, queda al final.',
        confirm: 'Quitar de la lista',
        danger: true,
      });
      if (yes) remove.mutate({ params: { id } });
    },
  };
}
