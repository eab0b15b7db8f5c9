import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { deleteImportacion, type Importacion } from '#contract/importaciones.ts';
import { useMutate } from '../../api/queries.ts';
import { confirmAction } from '../../ui/confirm.tsx';

/** Throws away a file that was not imported. */
export function Descartar({ importacion: { id, archivoNombre } }: { importacion: Importacion }) {
  const navigate = useNavigate();
  const eliminar = useMutate(deleteImportacion, {
    done: 'Archivo descartado.',
    onSuccess: () => navigate({ to: '/app/importaciones' }),
  });

  async function descartar() {
    const seguro = await confirmAction({
      title: 'Descartar el archivo',
      body: `Se elimina «${archivoNombre}» y lo que hayas preparado con él. No se importó nada.`,
      confirm: 'Descartar',
      danger: true,
    });
    if (seguro) eliminar.mutate({ params: { id } });
  }

  return (
    <Button
      variant="default"
      leftSection={<IconTrash size={18} aria-hidden />}
      loading={eliminar.isPending}
      onClick={() => void descartar()}
    >
      Descartar
    </Button>
  );
}
