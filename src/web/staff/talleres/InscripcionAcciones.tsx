import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArrowsExchange,
  IconBan,
  IconBrandWhatsapp,
  IconDotsVertical,
  IconReceipt2,
  IconUsersGroup,
} from '@tabler/icons-react';
import { formatPesos } from '#contract/money.ts';
import { whatsappLink } from '#contract/phone.ts';
import type { Inscripcion } from '#contract/ventas.ts';
import { MenuLink } from '../../ui/menuLink.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import { useVias } from '../interacciones/useVias.ts';
import { usePuede } from '../session.ts';
import type { OpenDialog } from './InscripcionDialogs.tsx';
import classes from './Inscritos.module.css';

type Props = { inscripcion: Inscripcion; onOpen: (dialog: OpenDialog) => void };

function greeting({ cliente, saldo, codigo }: Inscripcion): string {
  const owes =
    saldo > 0
      ? ` Te escribo por tu inscripción ${codigo}: quedan ${formatPesos(saldo)} por pagar.`
      : '';
  return `Hola, ${cliente.nombres}.${owes}`;
}

/** Pay and write at hand; the rest in a menu. */
export function InscripcionAcciones({ inscripcion, onOpen }: Props) {
  const { cliente, puede, cobroId, saldo } = inscripcion;
  const may = usePuede();
  const name = nombreCompleto(cliente);
  const { ofrecer } = useVias(cliente);
  const hasMenu = may('ventas:leer') || puede.anular;
  const open = (act: OpenDialog['act']) => () => onOpen({ act, inscripcion });
  return (
    <div className={classes.acciones}>
      {puede.registrarPago && saldo > 0 && (
        <Button
          size="compact-sm"
          variant="light"
          onClick={open('pago')}
          aria-label={`Registrar pago de ${name}`}
        >
          Registrar pago
        </Button>
      )}
      {cliente.telefono && (
        <ActionIcon
          component="a"
          href={whatsappLink(cliente.telefono, greeting(inscripcion))}
          target="_blank"
          rel="noopener noreferrer"
          onClick={ofrecer('WHATSAPP')}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`WhatsApp a ${name}`}
        >
          <IconBrandWhatsapp size={20} aria-hidden />
        </ActionIcon>
      )}
      {hasMenu && (
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
            {may('ventas:leer') && (
              <MenuLink
                to="/app/ventas/$id"
                params={{ id: String(cobroId) }}
                leftSection={<IconReceipt2 size={16} aria-hidden />}
              >
                Ver la venta
              </MenuLink>
            )}
            {puede.nombrarAsistentes && (
              <Menu.Item
                leftSection={<IconUsersGroup size={16} aria-hidden />}
                onClick={open('asistentes')}
              >
                Nombrar asistentes
              </Menu.Item>
            )}
            {puede.trasladar && (
              <Menu.Item
                leftSection={<IconArrowsExchange size={16} aria-hidden />}
                onClick={open('trasladar')}
              >
                Trasladar a otro taller
              </Menu.Item>
            )}
            {puede.anular && (
              <Menu.Item
                color="red"
                leftSection={<IconBan size={16} aria-hidden />}
                onClick={open('anular')}
              >
                Anular inscripción
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
