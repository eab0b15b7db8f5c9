import { Button, Menu } from '@mantine/core';
import {
  IconDots,
  IconEdit,
  IconEyeOff,
  IconGift,
  IconShoppingBag,
  IconTrash,
  IconWorld,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type Curso, deleteCurso, publishCurso, unpublishCurso } from '#contract/cursos.ts';
import { useMutate } from '../../api/queries.ts';
import { confirmAction } from '../../ui/confirm.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { cuantasLecciones, cuantosAlumnos } from './palabras.ts';

type Props = { curso: Curso; onGive: () => void };

/** What may be done with a Curso: the likely one as the main button, the rare ones in a menu. */
export function CursoAcciones({ curso, onGive }: Props) {
  const { puede, id } = curso;
  const acts = useActs(curso);
  const hasMenu = puede.darAcceso || puede.despublicar || puede.borrar;
  return (
    <>
      {puede.vender && (
        <ButtonLink
          to="/app/ventas/nueva"
          search={{ curso: String(id) }}
          leftSection={<IconShoppingBag size={18} aria-hidden />}
        >
          Vender
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
      {puede.editar && (
        <ButtonLink
          to="/app/cursos/$id/editar"
          params={{ id: String(id) }}
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
            {puede.darAcceso && (
              <Menu.Item leftSection={<IconGift size={16} aria-hidden />} onClick={onGive}>
                Dar acceso gratis
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
    </>
  );
}

/** The acts that only need a yes. */
function useActs({ id, version, titulo, lecciones, alumnos }: Curso) {
  const navigate = useNavigate();
  const publish = useMutate(publishCurso, { done: 'Curso publicado: ya se vende en la página.' });
  const unpublish = useMutate(unpublishCurso, { done: 'El curso volvió a borrador.' });
  const remove = useMutate(deleteCurso, {
    done: 'Borrador borrado.',
    onSuccess: () => navigate({ to: '/app/cursos' }),
  });
  const change = { params: { id }, body: { version } };
  return {
    publishing: publish.isPending,
    async publicar() {
      const yes = await confirmAction({
        title: 'Publicar curso',
        body: `«${titulo}» (${cuantasLecciones(lecciones).toLowerCase()}) aparecerá en la página pública y se podrá comprar.`,
        confirm: 'Publicar',
      });
      if (yes) publish.mutate(change);
    },
    async despublicar() {
      const keep =
        alumnos > 0 ? ` Sus ${cuantosAlumnos(alumnos)} con acceso lo siguen viendo igual.` : '';
      const yes = await confirmAction({
        title: 'Volver a borrador',
        body: `«${titulo}» dejará de verse en la página pública y de venderse.${keep} Puedes publicarlo de nuevo.`,
        confirm: 'Volver a borrador',
      });
      if (yes) unpublish.mutate(change);
    },
    async borrar() {
      const yes = await confirmAction({
        title: 'Borrar borrador',
        body:
          lecciones > 0
            ? `«${titulo}» se borrará para siempre con ${cuantasLecciones(lecciones)}, sus textos y sus videos subidos. Nadie lo ha comprado.`
            : `«${titulo}» se borrará para siempre. Nadie lo ha comprado.`,
        confirm: 'Borrar',
        danger: true,
      });
      if (yes) remove.mutate({ params: { id } });
    },
  };
}
