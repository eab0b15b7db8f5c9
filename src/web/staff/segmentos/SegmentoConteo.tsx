import { Button, Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getSegmento, probarCondicion, type SegmentoItem } from '#contract/segmentos.ts';
import { callSignedIn } from '../../api/session.ts';
import { useSeen } from '../../ui/useSeen.ts';
import { personas } from '../emails/campanas/palabras.ts';
import { enTurno } from './enTurno.ts';

const MINUTOS = 60_000;

/** How many people a segment has today, counted once it is on screen, after those asked for before. */
export function SegmentoConteo({ segmento }: { segmento: SegmentoItem }) {
  const { ref, seen } = useSeen<HTMLSpanElement>();
  const { id, nombre, actualizadoEn } = segmento;
  const count = useQuery({
    queryKey: [probarCondicion.path, 'segmento', id, actualizadoEn],
    queryFn: ({ signal }) =>
      enTurno(signal, async () => {
        const { condicion } = await callSignedIn(getSegmento, { params: { id }, signal });
        return (await callSignedIn(probarCondicion, { body: { condicion }, signal })).cantidad;
      }),
    enabled: seen,
    staleTime: 5 * MINUTOS,
    refetchOnWindowFocus: false,
    retry: false,
  });
  if (count.data !== undefined) return <span>{personas(count.data)}</span>;
  if (count.isError && !count.isFetching) {
    return (
      <>
        <Text span size="sm" c="dimmed">
          No se pudo contar.{' '}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`Contar de nuevo las personas de ${nombre}`}
          onClick={() => void count.refetch()}
        >
          Contar
        </Button>
      </>
    );
  }
  return (
    <span ref={ref}>
      <Loader size="xs" aria-label={`Contando las personas de ${nombre}`} />
    </span>
  );
}
