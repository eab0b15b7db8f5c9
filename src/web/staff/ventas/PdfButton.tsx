import { Button } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';

/** Opens the receipt of a sale as a PDF, in a tab of its own. */
export function PdfButton({ cobroId }: { cobroId: number }) {
  return (
    <Button
      component="a"
      variant="default"
      href={`/api/cobros/${cobroId}/comprobante/pdf`}
      target="_blank"
      rel="noopener"
      aria-label="Abrir el PDF en otra pestaña"
      leftSection={<IconFileTypePdf size={18} aria-hidden />}
    >
      PDF
    </Button>
  );
}
