import { Button, Group, Menu, Text } from '@mantine/core';
import { IconDownload, IconFileSpreadsheet, IconFileText, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Endpoint } from '#contract/endpoint.ts';
import type { FormatoExportacion } from '#contract/formatos.ts';
import { ApiError } from '../../api/client.ts';
import { downloadFile, saveFile } from '../../api/download.ts';
import { notifyDone, notifyProblem } from '../../api/queries.ts';

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

const number = new Intl.NumberFormat('es-CL', { maximumFractionDigits: 1 });

/** `340 KB`, `2,4 MB`. */
const size = (bytes: number) =>
  bytes < 1_000_000
    ? `${number.format(Math.ceil(bytes / 1000))} KB`
    : `${number.format(bytes / 1_000_000)} MB`;

/** The list as a file, whole, with its filters and its order; it comes while one goes on working. */
export function ExportButton(props: Props) {
  const { load, params, query, rows, up = false } = props;
  const [bytes, setBytes] = useState<number>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const working = bytes !== undefined;

  async function download(formato: FormatoExportacion) {
    const control = new AbortController();
    stop.current = control;
    setBytes(0);
    try {
      const file = await downloadFile(
        await load(),
        { params, query: { ...query, formato } },
        { signal: control.signal, onBytes: setBytes },
      );
      saveFile(file);
      notifyDone(`Descargado: ${rows} en ${file.name}.`);
    } catch (error) {
      if (error instanceof ApiError) notifyProblem(error);
    } finally {
      setBytes(undefined);
    }
  }

  if (working) {
    return (
      <Group gap={4} wrap="nowrap">
        <Text size="sm" role="status" className="tabular">
          {bytes === 0 ? 'Preparando el archivo…' : `Descargando… ${size(bytes)}`}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconX size={14} aria-hidden />}
          aria-label="Cancelar la descarga"
          onClick={() => stop.current?.abort()}
        >
          Cancelar
        </Button>
      </Group>
    );
  }
  return (
    <Menu position={up ? 'top-end' : 'bottom-end'} shadow="md">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />}>
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
