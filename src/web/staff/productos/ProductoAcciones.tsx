import { Button, Menu } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconDots, IconEdit, IconReceipt2 } from '@tabler/icons-react';
import { type Producto, setEstadoProducto } from '#contract/productos.ts';
import { useMutate } from '../../api/queries.ts';
import { confirmAction } from '../../ui/confirm.tsx';
import { ButtonLink } from '../../ui/link.tsx';

/** What may be done with a Producto besides moving its stock. */
export function ProductoAcciones({ producto }: { producto: Producto }) {
  const { id, nombre, version, porEntregar, puede } = producto;
  const archivar = useMutate(setEstadoProducto, { done: 'Producto archivado.' });
  const reactivar = useMutate(setEstadoProducto, { done: 'El producto se vende de nuevo.' });
  const params = { id };

  async function archive() {
    const pending =
      porEntregar > 0 ? ` Lo vendido por entregar (${porEntregar}) sigue por entregar.` : '';
    const yes = await confirmAction({
      title: 'Archivar producto',
      body: `«${nombre}» dejará de venderse y saldrá de la lista.${pending} Puedes reactivarlo cuando quieras.`,
      confirm: 'Archivar',
    });
    if (yes) archivar.mutate({ params, body: { estado: 'ARCHIVADO', version } });
  }

  return (
    <>
      {puede.vender && (
        <ButtonLink
          to="/app/ventas/nueva"
          search={{ producto: String(id) }}
          leftSection={<IconReceipt2 size={18} aria-hidden />}
        >
          Vender
        </ButtonLink>
      )}
      {puede.reactivar && (
        <Button
          leftSection={<IconArchiveOff size={18} aria-hidden />}
          loading={reactivar.isPending}
          onClick={() => reactivar.mutate({ params, body: { estado: 'ACTIVO', version } })}
        >
          Volver a vender
        </Button>
      )}
      {puede.editar && (
        <ButtonLink
          to="/app/productos/$id/editar"
          params={{ id: String(id) }}
          variant="default"
          leftSection={<IconEdit size={18} aria-hidden />}
        >
          Editar
        </ButtonLink>
      )}
      {puede.archivar && (
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <Button variant="default" leftSection={<IconDots size={18} aria-hidden />}>
              Más
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconArchive size={16} aria-hidden />}
              onClick={() => void archive()}
            >
              Archivar
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}
