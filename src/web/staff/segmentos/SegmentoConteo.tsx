import { Button, Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getSegmento, probarCondicion, type SegmentoItem } from '#contract/segmentos.ts';
import { callSignedIn } from '../../api/session.ts';
import { personas } from '../emails/campanas/palabras.ts';

/** How many people a segment has today, counted when it is asked. */
export function SegmentoConteo({ segmento }: { segmento: SegmentoItem }) {
  const [asked, setAsked] = useState(false);
  const { id, nombre, actualizadoEn } = segmento;
  const count = useQuery({
    queryKey: [probarCondicion.path, 'segmento', id, actualizadoEn],
    queryFn: async ({ signal }) => {
      const { condicion } = await callSignedIn(getSegmento, { params: { id }, signal });
      return (await callSignedIn(probarCondicion, { body: { condicion }, signal })).cantidad;
    },
    enabled: asked,
    staleTime: 60_000,
    retry: false,
  });
  if (count.data !== undefined) return <span role="status">{personas(count.data)}</span>;
  if (count.isFetching) return <Loader size="xs" aria-label="Contando" />;
  return (
    <>
      {count.isError && (
        <Text span size="sm" c="red" role="status">
          No se pudo contar.{' '}
        </Text>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={`Contar las personas de ${nombre}`}
        onClick={() => (asked ? void count.refetch() : setAsked(true))}
      >
        Contar
      </Button>
    </>
  );
}
