import { Button, Menu } from '@mantine/core';
import { IconDownload, IconFileSpreadsheet, IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import type { Endpoint } from '#contract/endpoint.ts';
import type { FormatoExportacion } from '#contract/formatos.ts';
import { exportFile } from './exportFile.tsx';

type Props = {
  /** Gives the endpoint that answers the file; it takes `formato` beside the filters of the list. */
  load: () => Promise<Endpoint>;
  params?: Record<string, string | number> | undefined;
  /** The filters and the order of the list as it stands. */
  query: Record<string, unknown>;
  /** What goes into it: `1.250 clientes`. */
  rows: string;
  /** Its menu opens upward, from the foot of the screen. */
  up?: boolean;
};

const formatos: { formato: FormatoExportacion; label: string; icon: typeof IconFileText }[] = [
  { formato: 'XLSX', label: 'Excel (.xlsx)', icon: IconFileSpreadsheet },
  { formato: 'CSV', label: 'CSV', icon: IconFileText },
];

/** The list as a file, whole, with its filters and its order; it comes while one goes on working. */
export function ExportButton({ load, params, query, rows, up = false }: Props) {
  const [working, setWorking] = useState(false);

  async function download(formato: FormatoExportacion) {
    setWorking(true);
    try {
      await exportFile({ load, params, query: { ...query, formato }, rows });
    } finally {
      setWorking(false);
    }
  }

  return (
    <Menu position={up ? 'top-end' : 'bottom-end'} shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          loading={working}
        >
          Descargar
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{rows}</Menu.Label>
        {formatos.map(({ formato, label, icon: Icon }) => (
          <Menu.Item
            key={formato}
            leftSection={<Icon size={16} aria-hidden />}
            onClick={() => void download(formato)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
