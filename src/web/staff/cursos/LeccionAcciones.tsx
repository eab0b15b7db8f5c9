import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconDotsVertical,
  IconEdit,
  IconTrash,
} from '@tabler/icons-react';
import type { Leccion } from '#contract/cursos.ts';
import { MenuLink } from '../../ui/menuLink.tsx';
import { useBorrarLeccion } from './useBorrarLeccion.ts';

type Props = {
  leccion: Leccion;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
};

export function LeccionAcciones({ leccion, onUp, onDown }: Props) {
  const { id, cursoId, titulo } = leccion;
  const borrar = useBorrarLeccion();
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`Más acciones para «${titulo}»`}
        >
          <IconDotsVertical size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <MenuLink
          to="/app/cursos/$id/lecciones/$leccionId"
          params={{ id: String(cursoId), leccionId: String(id) }}
          leftSection={<IconEdit size={16} aria-hidden />}
        >
          Editar
        </MenuLink>
        {onUp && (
          <Menu.Item leftSection={<IconArrowUp size={16} aria-hidden />} onClick={onUp}>
            Subir
          </Menu.Item>
        )}
        {onDown && (
          <Menu.Item leftSection={<IconArrowDown size={16} aria-hidden />} onClick={onDown}>
            Bajar
          </Menu.Item>
        )}
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => void borrar(leccion)}
        >
          Borrar
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
