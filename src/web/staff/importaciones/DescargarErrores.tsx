import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { exportErroresImportacion, type Importacion } from '#contract/importaciones.ts';
import type { ApiError } from '../../api/client.ts';
import { downloadFile, saveFile } from '../../api/download.ts';
import { notifyProblem } from '../../api/queries.ts';

/** The rows in error with their reasons, to be mended and sent again. */
export function DescargarErrores({ importacion: { id } }: { importacion: Importacion }) {
  const descargar = useMutation<void, ApiError>({
    mutationFn: async () =>
      saveFile(
        await downloadFile(
          exportErroresImportacion,
          { params: { id } },
          { signal: new AbortController().signal, onBytes: () => undefined },
        ),
      ),
    onError: notifyProblem,
  });
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={18} aria-hidden />}
      loading={descargar.isPending}
      onClick={() => descargar.mutate()}
    >
      Descargar errores
    </Button>
  );
}
