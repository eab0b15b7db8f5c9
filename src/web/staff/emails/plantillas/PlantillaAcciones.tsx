import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArchive, IconArchiveOff, IconCopy, IconDots, IconHistory } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { archivePlantilla, type Plantilla } from '#contract/plantillas.ts';
import { useMutate } from '../../../api/queries.ts';
import { confirmAction } from '../../../ui/confirm.tsx';
import { MenuLink } from '../../../ui/menuLink.tsx';
import type { FormValues } from '../../useVersions.ts';
import { VersionesDrawer } from './VersionesDrawer.tsx';

type Props = { plantilla: Plantilla; form: FormValues };

/** What may be done with a template besides writing it. */
export function PlantillaAcciones({ plantilla, form }: Props) {
  const { id, nombre, version, archivadaEn } = plantilla;
  const navigate = useNavigate();
  const [looking, { open, close }] = useDisclosure();
  const archivar = useMutate(archivePlantilla, {
    done: ({ archivadaEn: now }) =>
      now ? 'Plantilla archivada.' : 'La plantilla se puede usar de nuevo.',
  });

  async function archive() {
    const yes = await confirmAction({
      title: 'Archivar plantilla',
      body: `«${nombre}» saldrá de la lista y no se ofrecerá en campañas nuevas. Las campañas que la usaron no cambian. Puedes volver a usarla cuando quieras.`,
      confirm: 'Archivar',
    });
    if (!yes) return;
    archivar.mutate(
      { params: { id }, body: { archivada: true, version } },
      { onSuccess: () => void navigate({ to: '/app/emails/plantillas' }) },
    );
  }

  return (
    <>
      <Button variant="default" leftSection={<IconHistory size={18} aria-hidden />} onClick={open}>
        Versiones
      </Button>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDots size={18} aria-hidden />}>
            Más
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <MenuLink
            to="/app/emails/plantillas/nueva"
            search={{ copia: String(id) }}
            leftSection={<IconCopy size={16} aria-hidden />}
          >
            Duplicar
          </MenuLink>
          {archivadaEn ? (
            <Menu.Item
              leftSection={<IconArchiveOff size={16} aria-hidden />}
              onClick={() =>
                archivar.mutate({ params: { id }, body: { archivada: false, version } })
              }
            >
              Volver a usar
            </Menu.Item>
          ) : (
            <Menu.Item
              leftSection={<IconArchive size={16} aria-hidden />}
              onClick={() => void archive()}
            >
              Archivar
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <VersionesDrawer plantilla={plantilla} form={form} opened={looking} onClose={close} />
    </>
  );
}
