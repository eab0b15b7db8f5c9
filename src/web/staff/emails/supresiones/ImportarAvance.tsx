import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import classes from './supresiones.module.css';
import type { Avance } from './useImport.ts';

type Props = { avance: Avance; running: boolean; onClose: () => void };

const number = new Intl.NumberFormat('es-CL');
const count = (n: number, one: string, many: string) =>
  `${number.format(n)} ${n === 1 ? one : many}`;

/** How far an import got, and what came of it; those that are no address can be taken along and corrected. */
export function ImportarAvance({ avance, running, onClose }: Props) {
  const { total, hechas, agregadas, yaEstaban, invalidas } = avance;
  return (
    <Stack gap="md">
      {running && (
        <>
          <Progress value={(hechas / total) * 100} aria-label="Avance de la importación" />
          <Text c="dimmed">
            Puedes esperar aquí: si cierras la página, se detiene a medio camino.
          </Text>
        </>
      )}
      <div role="status">
        <ul className={classes.figures}>
          {!running && <li>{count(total, 'dirección leída', 'direcciones leídas')}.</li>}
          <li>{count(agregadas, 'agregada', 'agregadas')}.</li>
          <li>{count(yaEstaban, 'ya estaba', 'ya estaban')}.</li>
          {invalidas.length > 0 && (
            <li>
              {count(
                invalidas.length,
                'no es un correo y no entró.',
                'no son correos y no entraron.',
              )}
            </li>
          )}
        </ul>
      </div>
      {!running && (
        <Group gap="sm">
          <Button onClick={onClose} data-autofocus>
            Listo
          </Button>
          {invalidas.length > 0 && (
            <Button variant="default" onClick={() => download(invalidas)}>
              Descargar las que no entraron
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
}

function download(lines: string[]) {
  const url = URL.createObjectURL(new Blob([`${lines.join('\r\n')}\r\n`], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'direcciones-invalidas.txt';
  link.click();
  URL.revokeObjectURL(url);
}
