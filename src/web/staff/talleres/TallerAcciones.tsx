import { Button, Menu } from '@mantine/core';
import {
  IconBan,
  IconCopy,
  IconDots,
  IconEdit,
  IconEyeOff,
  IconSend,
  IconTrash,
  IconUserCheck,
  IconUserPlus,
  IconWorld,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { deleteTaller, publishTaller, type Taller, unpublishTaller } from '#contract/talleres.ts';
import { useMutate } from '../../api/queries.ts';
import { confirmAction } from '../../ui/confirm.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { MenuLink } from '../../ui/menuLink.tsx';
import { usePuede } from '../session.ts';
import { AnularTallerModal } from './AnularTallerModal.tsx';
import { DuplicarModal } from './DuplicarModal.tsx';

type Props = { taller: Taller; inscripciones: number };

/** What may be done with a Taller: the likely one as the main button, the rare ones in a menu. */
export function TallerAcciones({ taller, inscripciones }: Props) {
  const { puede, id } = taller;
  const may = usePuede();
  const [dialog, setDialog] = useState<'anular' | 'duplicar'>();
  const acts = useActs(taller);
  const params = { id: String(id) };
  const duplicar = may('talleres:escribir');
  const escribir = may('emails:escribir') && taller.cuposOcupados > 0;
  const hasMenu = escribir || duplicar || puede.despublicar || puede.anular || puede.borrar;
  return (
    <>
      {puede.inscribir && (
        <ButtonLink
          to="/app/talleres/$id/inscribir"
          params={params}
          leftSection={<IconUserPlus size={18} aria-hidden />}
        >
          Inscribir
        </ButtonLink>
      )}
      {puede.publicar && (
        <Button
          leftSection={<IconWorld size={18} aria-hidden />}
          loading={acts.publishing}
          onClick={() => void acts.publicar()}
        >
          Publicar
        </Button>
      )}
      {taller.estado === 'PUBLICADO' && (
        <ButtonLink
          to="/app/talleres/$id/asistencia"
          params={params}
          variant="default"
          leftSection={<IconUserCheck size={18} aria-hidden />}
        >
          Asistencia
        </ButtonLink>
      )}
      {puede.editar && (
        <ButtonLink
          to="/app/talleres/$id/editar"
          params={params}
          variant="default"
          leftSection={<IconEdit size={18} aria-hidden />}
        >
          Editar
        </ButtonLink>
      )}
      {hasMenu && (
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <Button variant="default" leftSection={<IconDots size={18} aria-hidden />}>
              Más
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {escribir && (
              <MenuLink
                to="/app/emails/campanas/nueva"
                search={{ taller: String(id) }}
                leftSection={<IconSend size={16} aria-hidden />}
              >
                Escribir a los asistentes
              </MenuLink>
            )}
            {duplicar && (
              <Menu.Item
                leftSection={<IconCopy size={16} aria-hidden />}
                onClick={() => setDialog('duplicar')}
              >
                Duplicar a otra fecha
              </Menu.Item>
            )}
            {puede.despublicar && (
              <Menu.Item
                leftSection={<IconEyeOff size={16} aria-hidden />}
                onClick={() => void acts.despublicar()}
              >
                Volver a borrador
              </Menu.Item>
            )}
            {puede.anular && (
              <Menu.Item
                color="red"
                leftSection={<IconBan size={16} aria-hidden />}
                onClick={() => setDialog('anular')}
              >
                Anular taller
              </Menu.Item>
            )}
            {puede.borrar && (
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={() => void acts.borrar()}
              >
                Borrar borrador
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      <DuplicarModal
        taller={taller}
        opened={dialog === 'duplicar'}
        onClose={() => setDialog(undefined)}
      />
      <AnularTallerModal
        taller={taller}
        inscripciones={inscripciones}
        opened={dialog === 'anular'}
        onClose={() => setDialog(undefined)}
      />
    </>
  );
}

/** The acts that only need a yes. */
function useActs({ id, version, titulo }: Taller) {
  const navigate = useNavigate();
  const publish = useMutate(publishTaller, { done: 'Taller publicado: ya se ve en la página.' });
  const unpublish = useMutate(unpublishTaller, { done: 'El taller volvió a borrador.' });
  const remove = useMutate(deleteTaller, {
    done: 'Borrador borrado.',
    onSuccess: () => navigate({ to: '/app/talleres', search: { ver: 'borradores' } }),
  });
  const change = { params: { id }, body: { version } };
  return {
    publishing: publish.isPending,
    async publicar() {
      const yes = await confirmAction({
        title: 'Publicar taller',
        body: `«${titulo}» aparecerá en la página pública y recibirá inscripciones.`,
        confirm: 'Publicar',
      });
      if (yes) publish.mutate(change);
    },
    async despublicar() {
      const yes = await confirmAction({
        title: 'Volver a borrador',
        body: `«${titulo}» dejará de verse en la página pública. Puedes publicarlo de nuevo.`,
        confirm: 'Volver a borrador',
      });
      if (yes) unpublish.mutate(change);
    },
    async borrar() {
      const yes = await confirmAction({
        title: 'Borrar borrador',
        body: `«${titulo}» se borrará para siempre. Nunca tuvo inscripciones.`,
        confirm: 'Borrar',
        danger: true,
      });
      if (yes) remove.mutate({ params: { id } });
    },
  };
}
