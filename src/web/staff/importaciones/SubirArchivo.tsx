import { Alert, Button, FileButton, Group, Progress, Radio, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconFileSpreadsheet } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import type { TipoImportacion } from '#contract/importaciones.ts';
import { Panel } from '../../ui/Panel.tsx';
import classes from './importaciones.module.css';
import { useSubida } from './useSubida.ts';

/** Where a spreadsheet is dropped or chosen; its import opens as soon as it is sent. */
export function SubirArchivo() {
  const navigate = useNavigate();
  const [tipo, setTipo] = useState<TipoImportacion>('CLIENTES');
  const [encima, setEncima] = useState(false);
  const { estado, subir, cancelar } = useSubida(
    tipo,
    ({ id }) => void navigate({ to: '/app/importaciones/$id', params: { id: String(id) } }),
  );

  function soltar(event: DragEvent) {
    event.preventDefault();
    setEncima(false);
    subir(event.dataTransfer.files[0]);
  }

  return (
    <Panel title="Subir una planilla">
      <Stack gap="md">
        <Radio.Group
          label="¿Qué trae el archivo?"
          value={tipo}
          onChange={(value) => setTipo(value as TipoImportacion)}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="CLIENTES" label="Personas" description="Contactos con sus datos" />
            <Radio
              value="INSCRIPCIONES"
              label="Inscripciones y pagos"
              description="Quién fue a qué taller y cuánto pagó"
            />
          </Stack>
        </Radio.Group>
        {estado.paso === 'SUBIENDO' ? (
          <Subiendo {...estado} cancelar={cancelar} />
        ) : (
          <section
            className={classes.soltar}
            aria-label="Archivo"
            data-encima={encima || undefined}
            onDragOver={(event) => {
              event.preventDefault();
              setEncima(true);
            }}
            onDragLeave={() => setEncima(false)}
            onDrop={soltar}
          >
            <IconFileSpreadsheet size={32} stroke={1.5} aria-hidden />
            <FileButton onChange={subir} accept=".csv,.tsv,.txt,.xlsx,.xlsm,text/csv">
              {(props) => <Button {...props}>Elegir archivo</Button>}
            </FileButton>
            <Text c="dimmed" size="sm">
              O arrástralo hasta aquí. Excel (.xlsx) o CSV, hasta 30 MB y 200.000 filas.
            </Text>
          </section>
        )}
        {estado.paso === 'FALLIDO' && (
          <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />}>
            {estado.motivo}
          </Alert>
        )}
        <Text size="sm" c="dimmed">
          Nada se guarda hasta que lo revises. Importar no suscribe a nadie a las novedades ni trae
          de vuelta a quien se dio de baja.
        </Text>
      </Stack>
    </Panel>
  );
}

type Props = { nombre: string; parte: number; cancelar: () => void };

function Subiendo({ nombre, parte, cancelar }: Props) {
  const porcentaje = Math.round(parte * 100);
  return (
    <Stack gap="xs">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        Subiendo «{nombre}»
      </Text>
      <Progress.Root size="lg">
        <Progress.Section value={porcentaje} aria-label={`Subiendo ${nombre}`} />
      </Progress.Root>
      <Group justify="space-between">
        <Text size="sm" c="dimmed" className="tabular">
          {porcentaje < 100 ? `${porcentaje} %` : 'Guardando…'}
        </Text>
        <Button variant="default" onClick={cancelar}>
          Cancelar la subida
        </Button>
      </Group>
    </Stack>
  );
}
