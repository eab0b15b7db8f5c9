import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { getImportacion, type Importacion } from '#contract/importaciones.ts';
import { useEndpoint } from '../../api/queries.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { EstadoBadge } from '../../ui/EstadoBadge.tsx';
import { AppLink } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { useIdParam } from '../useIdParam.ts';
import { Avance } from './Avance.tsx';
import { Descartar } from './Descartar.tsx';
import { nombresEstado, nombresTipo, tonosEstado } from './nombres.ts';
import { Pasos } from './Pasos.tsx';
import { Preparar } from './Preparar.tsx';
import { Resultado } from './Resultado.tsx';
import { Revision } from './Revision.tsx';

export default function ImportacionPage() {
  const id = useIdParam() ?? 0;
  const query = useEndpoint(getImportacion, { params: { id } });
  return (
    <QueryGate query={query}>
      {(importacion) => (
        <>
          <PageHeader
            title={importacion.archivoNombre}
            badge={
              <EstadoBadge tone={tonosEstado[importacion.estado]}>
                {nombresEstado[importacion.estado]}
              </EstadoBadge>
            }
            subtitle={
              <Text c="dimmed">
                {nombresTipo[importacion.tipo]} · subido el{' '}
                <DateTime value={importacion.creadoEn} as="fechaHora" />
                {importacion.creadoPor && ` por ${importacion.creadoPor}`}
              </Text>
            }
            back={{ to: '/app/importaciones', label: 'Volver a importar' }}
            actions={importacion.puede.eliminar && <Descartar importacion={importacion} />}
          />
          <Pasos estado={importacion.estado} />
          <Stack gap="lg">
            <Repetida importacion={importacion} />
            <Paso importacion={importacion} />
          </Stack>
        </>
      )}
    </QueryGate>
  );
}

function Repetida({ importacion: { repiteA, puede } }: { importacion: Importacion }) {
  if (!repiteA || !puede.mapear) return null;
  return (
    <Alert
      color="yellow"
      icon={<IconInfoCircle aria-hidden />}
      title="Este archivo ya se subió antes"
    >
      Es igual al que se subió el <DateTime value={repiteA.creadoEn} as="fechaHora" />.{' '}
      <AppLink to="/app/importaciones/$id" params={{ id: String(repiteA.id) }}>
        Ver esa importación
      </AppLink>
      . Lo que ya entró no se repite.
    </Alert>
  );
}

function Paso({ importacion }: { importacion: Importacion }) {
  const [corrige, setCorrige] = useState(false);
  switch (importacion.estado) {
    case 'LEYENDO':
    case 'REVISANDO':
    case 'IMPORTANDO':
    case 'DESHACIENDO':
      return <Avance importacion={importacion} />;
    case 'POR_MAPEAR':
      return <Preparar importacion={importacion} onEnviada={() => setCorrige(false)} />;
    case 'REVISADA':
      return corrige ? (
        <Preparar importacion={importacion} onEnviada={() => setCorrige(false)} />
      ) : (
        <Revision importacion={importacion} corregir={() => setCorrige(true)} />
      );
    case 'FALLIDA':
      return <Fallida importacion={importacion} />;
    default:
      return <Resultado importacion={importacion} />;
  }
}

function Fallida({ importacion }: { importacion: Importacion }) {
  const [corrige, setCorrige] = useState(false);
  return (
    <>
      <Alert
        color="red"
        role="alert"
        icon={<IconAlertTriangle aria-hidden />}
        title="No pudimos leer el archivo"
      >
        {importacion.problema}
      </Alert>
      {importacion.lectura && importacion.puede.mapear && !corrige && (
        <Button variant="default" w="fit-content" onClick={() => setCorrige(true)}>
          Corregir cómo se lee
        </Button>
      )}
      {corrige && <Preparar importacion={importacion} onEnviada={() => setCorrige(false)} />}
    </>
  );
}
