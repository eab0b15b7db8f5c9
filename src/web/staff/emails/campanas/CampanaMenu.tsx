import { Button, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type Campana, deleteCampana, duplicateCampana } from '#contract/campanas.ts';
import { useMutate } from '../../../api/queries.ts';
import { confirmAction } from '../../../ui/confirm.tsx';
import { usePuede } from '../../session.ts';

/** What is done with a campaign now and then. */
export function CampanaMenu({ campana }: { campana: Campana }) {
  const navigate = useNavigate();
  const puede = usePuede();
  const { id, nombre } = campana;
  const copiar = useMutate(duplicateCampana, {
    done: 'Campaña copiada a un borrador nuevo.',
    onSuccess: (copia) =>
      navigate({ to: '/app/emails/campanas/$id/editar', params: { id: String(copia.id) } }),
  });
  const eliminar = useMutate(deleteCampana, {
    done: 'Borrador eliminado.',
    onSuccess: () => navigate({ to: '/app/emails/campanas', ignoreBlocker: true }),
  });
  if (!puede('emails:escribir')) return null;

  async function askAndDelete() {
    const yes = await confirmAction({
      title: 'Eliminar borrador',
      body: `«${nombre}» se eliminará para siempre. Nunca se envió a nadie.`,
      confirm: 'Eliminar',
      danger: true,
    });
    if (yes) eliminar.mutate({ params: { id } });
  }

  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          loading={copiar.isPending || eliminar.isPending}
          leftSection={<IconDots size={18} aria-hidden />}
        >
          Más
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconCopy size={16} aria-hidden />}
          onClick={() => copiar.mutate({ params: { id } })}
        >
          Copiar campaña
        </Menu.Item>
        {campana.puede.eliminar && (
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => void askAndDelete()}
          >
            Eliminar borrador
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
