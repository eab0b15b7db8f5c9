import { ActionIcon, Menu } from '@mantine/core';
import {
  IconCopy,
  IconDots,
  IconPencil,
  IconSend,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { deleteSegmento } from '#contract/segmentos.ts';
import { useMutate } from '../../api/queries.ts';
import { confirmAction } from '../../ui/confirm.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { MenuLink } from '../../ui/menuLink.tsx';
import { usePuede } from '../session.ts';

type Ref = { id: number; nombre: string };

/** See the people of a segment as a list, or write to them. */
export function SegmentoUsos({ segmento, compact = false }: { segmento: Ref; compact?: boolean }) {
  const puede = usePuede();
  const id = String(segmento.id);
  const size = compact ? 'compact-sm' : 'sm';
  const variant = compact ? 'subtle' : 'default';
  const about = compact ? ` de ${segmento.nombre}` : '';
  return (
    <>
      <ButtonLink
        to="/app/clientes"
        search={{ segmento: id }}
        variant={variant}
        size={size}
        leftSection={<IconUsers size={16} aria-hidden />}
        {...(compact ? { 'aria-label': `Ver personas${about}` } : {})}
      >
        Ver personas
      </ButtonLink>
      {puede('emails:escribir') && (
        <ButtonLink
          to="/app/emails/campanas/nueva"
          search={{ segmento: id }}
          variant={variant}
          size={size}
          leftSection={<IconSend size={16} aria-hidden />}
          {...(compact ? { 'aria-label': `Escribirles${about}` } : {})}
        >
          Escribirles
        </ButtonLink>
      )}
    </>
  );
}

/** What is done with the segment itself. */
export function SegmentoMenu({ segmento, editing = false }: { segmento: Ref; editing?: boolean }) {
  const puede = usePuede();
  const navigate = useNavigate();
  const eliminar = useMutate(deleteSegmento, {
    done: 'Segmento eliminado.',
    onSuccess: () => editing && navigate({ to: '/app/segmentos', ignoreBlocker: true }),
  });
  if (!puede('segmentos:escribir')) return null;
  const { id, nombre } = segmento;

  async function askAndDelete() {
    const yes = await confirmAction({
      title: 'Eliminar segmento',
      body: `«${nombre}» se eliminará. Sus personas quedan como están.`,
      confirm: 'Eliminar segmento',
      danger: true,
    });
    if (yes) eliminar.mutate({ params: { id } });
  }

  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon
          variant={editing ? 'default' : 'subtle'}
          color="gray"
          size={36}
          loading={eliminar.isPending}
          aria-label={`Más acciones de ${nombre}`}
        >
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!editing && (
          <MenuLink
            to="/app/segmentos/$id"
            params={{ id: String(id) }}
            leftSection={<IconPencil size={16} aria-hidden />}
          >
            Editar
          </MenuLink>
        )}
        <MenuLink
          to="/app/segmentos/nuevo"
          search={{ copia: String(id) }}
          leftSection={<IconCopy size={16} aria-hidden />}
        >
          Duplicar
        </MenuLink>
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => void askAndDelete()}
        >
          Eliminar
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
