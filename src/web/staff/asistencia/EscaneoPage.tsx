import { Button, Skeleton, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { ButtonLink } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import classes from './asistencia.module.css';
import { Fallo, Resultado } from './Resultado.tsx';
import { useEscaneo } from './useEscaneo.ts';

/** Where a phone's own camera leads when it reads the QR of a seat: it registers the arrival and says so. */
export default function EscaneoPage() {
  const { codigo = '' } = useParams({ strict: false });
  const { scan, undo } = useEscaneo();
  const sent = useRef('');
  // Once for each code, however often React runs it.
  useEffect(() => {
    if (sent.current === codigo) return;
    sent.current = codigo;
    scan.mutate({ codigo });
  }, [codigo, scan.mutate]);
  const { data } = scan;
  return (
    <div className={classes.landing}>
      <PageHeader title="Registrar llegada" />
      {scan.isPending && !data && <Skeleton height={180} aria-label="Registrando" />}
      {scan.isError && (
        <Fallo error={scan.error}>
          <Button variant="default" onClick={() => scan.mutate({ codigo })}>
            Intentar de nuevo
          </Button>
          <ButtonLink to="/app/talleres" variant="subtle">
            Buscar en los talleres
          </ButtonLink>
        </Fallo>
      )}
      {data && (
        <Resultado
          escaneo={data}
          busy={scan.isPending || undo.isPending}
          onAnyway={() => scan.mutate({ codigo, aunqueDeba: true })}
          onUndo={() => undo.mutate(data)}
        >
          <ButtonLink
            to="/app/talleres/$id/asistencia"
            params={{ id: String(data.taller.id) }}
            size="md"
            variant="default"
          >
            Ver la lista
          </ButtonLink>
        </Resultado>
      )}
      {undo.isSuccess && scan.isIdle && (
        <>
          <Text mb="md" role="status">
            Listo: la llegada quedó sin registrar.
          </Text>
          <Button onClick={() => scan.mutate({ codigo })}>Registrar llegada</Button>
        </>
      )}
      {undo.isError && <Fallo error={undo.error} />}
    </div>
  );
}
