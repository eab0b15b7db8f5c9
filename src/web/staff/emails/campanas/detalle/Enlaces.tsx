import { Anchor, Table } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { Informe } from '#contract/campanas.ts';
import { Panel } from '../../../../ui/Panel.tsx';
import { cifra } from '../palabras.ts';
import classes from './detalle.module.css';

/** Where its links led people. */
export function Enlaces({ enlaces }: { enlaces: Informe['enlaces'] }) {
  return (
    <Panel title="Enlaces">
      <Table aria-label="Clics por enlace" verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Enlace</Table.Th>
            <Table.Th scope="col" ta="right">
              Personas
            </Table.Th>
            <Table.Th scope="col" ta="right">
              Clics
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {enlaces.map(({ url, personas, clics }) => (
            <Table.Tr key={url}>
              <Table.Td className={classes.url}>
                <Enlace url={url} />
              </Table.Td>
              <Table.Td ta="right" className="tabular">
                {cifra(personas)}
              </Table.Td>
              <Table.Td ta="right" className="tabular">
                {cifra(clics)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}

/** Without what every address begins with; one that is no web address is only shown. */
function Enlace({ url }: { url: string }) {
  const shown = url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  if (!/^https?:\/\//.test(url)) return shown;
  return (
    <Anchor href={url} target="_blank" rel="noopener noreferrer" size="sm">
      {shown} <IconExternalLink size={14} aria-label="(se abre aparte)" />
    </Anchor>
  );
}
