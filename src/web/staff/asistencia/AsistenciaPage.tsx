import { Alert, Button } from '@mantine/core';
import { IconClock, IconQrcode } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { getAsistencia } from '#contract/asistencia.ts';
import { getTaller } from '#contract/talleres.ts';
import { useEndpoint } from '../../api/queries.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { NotFound } from '../Root.tsx';
import { usePuede } from '../session.ts';
import { useIdParam } from '../useIdParam.ts';
import { ListaAsistencia } from './Lista.tsx';

const Escaner = lazy(() => import('./Escaner.tsx'));

/** Several people may stand at one door. */
const REFRESH_MS = 15_000;

export default function AsistenciaPage() {
  const id = useIdParam();
  return id === undefined ? <NotFound /> : <Roll id={id} />;
}

function Roll({ id }: { id: number }) {
  const puede = usePuede();
  const [scanning, setScanning] = useState(false);
  const taller = useEndpoint(getTaller, { params: { id } });
  const lista = useEndpoint(getAsistencia, { params: { id } }, { refetchInterval: REFRESH_MS });
  const zona = taller.data?.zona;
  const scan = lista.data?.abierta && puede('asistencia:escribir') && (
    <Button
      size="md"
      leftSection={<IconQrcode size={20} aria-hidden />}
      onClick={() => setScanning(true)}
    >
      Escanear QR
    </Button>
  );
  return (
    <>
      <PageHeader
        title="Asistencia"
        back={{ to: '/app/talleres/$id', params: { id: String(id) }, label: 'Volver al taller' }}
        subtitle={
          taller.data && (
            <>
              {taller.data.titulo} ·{' '}
              <DateTime value={taller.data.iniciaEn} zone={taller.data.zona} as="diaHora" />
            </>
          )
        }
        actions={scan}
      />
      <QueryGate query={lista} rows={8}>
        {(data) => (
          <>
            {!data.abierta && zona && (
              <Alert
                mb="md"
                color={taller.data?.estado === 'ANULADO' ? 'gray' : 'blue'}
                icon={<IconClock aria-hidden />}
                title={
                  taller.data?.estado === 'PUBLICADO' ? (
                    <>
                      La lista se abre el <DateTime value={data.abreEn} zone={zona} as="diaHora" />
                    </>
                  ) : (
                    'Este taller no está publicado: no hay lista que pasar.'
                  )
                }
              />
            )}
            {data.puestos.length === 0 ? (
              <EmptyState title="Aún no hay nadie inscrito">
                Aquí aparecerá cada cupo, para marcar quién llegó.
              </EmptyState>
            ) : (
              <ListaAsistencia tallerId={id} lista={data} />
            )}
          </>
        )}
      </QueryGate>
      {scanning && (
        <Suspense>
          <Escaner tallerId={id} onClose={() => setScanning(false)} />
        </Suspense>
      )}
    </>
  );
}
