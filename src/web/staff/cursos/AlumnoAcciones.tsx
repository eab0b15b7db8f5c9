import { ActionIcon, Menu } from '@mantine/core';
import { IconBan, IconCalendarTime, IconDotsVertical, IconReceipt2 } from '@tabler/icons-react';
import type { InscripcionCurso } from '#contract/cursos.ts';
import { MenuLink } from '../../ui/menuLink.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import { usePuede } from '../session.ts';
import type { DialogoAlumno } from './AlumnoDialogs.tsx';

type Props = { inscripcion: InscripcionCurso; onOpen: (act: DialogoAlumno['act']) => void };

export function AlumnoAcciones({ inscripcion, onOpen }: Props) {
  const { puede, cliente, cobroId } = inscripcion;
  const may = usePuede();
  if (!puede.anular && !puede.cambiarAcceso && !may('ventas:leer')) return null;
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`Más acciones para ${nombreCompleto(cliente)}`}
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
        {puede.cambiarAcceso && (
          <Menu.Item
            leftSection={<IconCalendarTime size={16} aria-hidden />}
            onClick={() => onOpen('acceso')}
          >
            Cambiar hasta cuándo
          </Menu.Item>
        )}
        {puede.anular && (
          <Menu.Item
            color="red"
            leftSection={<IconBan size={16} aria-hidden />}
            onClick={() => onOpen('anular')}
          >
            Anular acceso
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
