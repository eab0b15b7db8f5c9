import { Anchor, Image, Stack, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { nombresModalidad } from '#contract/nombres.ts';
import type { Taller } from '#contract/talleres.ts';
import { CopyText } from '../../ui/CopyText.tsx';
import { DataRows } from '../../ui/DataRows.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useMarca } from '../session.ts';
import { precioDe } from '../ventas/useTallerOptions.ts';
import { InteresTag } from './InteresTag.tsx';
import { TallerFecha } from './TallerFecha.tsx';

function useComuna(codigo: string | null): string | undefined {
  const { data } = useQuery({
    queryKey: ['comuna', codigo],
    queryFn: async () => {
      const { comunas } = await import('#contract/comunas.ts');
      return comunas.find((comuna) => comuna.codigo === codigo)?.nombre ?? '';
    },
    enabled: codigo !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data;
}

/** What the public is told of a Taller, and its address. */
export function TallerFicha({ taller }: { taller: Taller }) {
  const marca = useMarca();
  const comuna = useComuna(taller.comuna);
  const address = [taller.direccion, comuna].filter(Boolean).join(', ');
  return (
    <Panel title="Ficha">
      <Stack gap="md">
        {taller.imagenUrl && (
          <Image
            src={taller.imagenUrl}
            alt={`Imagen de ${taller.titulo}`}
            radius="md"
            mah={240}
            fit="cover"
          />
        )}
        <DataRows
          rows={[
            { label: 'Cuándo', value: <TallerFecha taller={taller} withEnd /> },
            { label: 'Modalidad', value: nombresModalidad[taller.modalidad] },
            { label: 'Lugar', value: taller.lugar },
            { label: 'Dirección', value: address },
            { label: 'Enlace', value: taller.enlace && <Enlace href={taller.enlace} /> },
            { label: 'Imparte', value: taller.instructor },
            { label: 'Interés', value: taller.interes && <InteresTag interes={taller.interes} /> },
            { label: 'Precio', value: precioDe(taller.precio) },
            { label: 'IVA', value: taller.afectoIva ? 'Incluido en el precio' : 'Exento' },
            { label: 'Motivo de la anulación', value: taller.anuladoMotivo },
          ]}
        />
        {taller.estado === 'PUBLICADO' && marca && (
          <CopyText label="Página pública" text={`${marca.publicUrl}/talleres/${taller.slug}`} />
        )}
        {taller.resumen && <Text fw={600}>{taller.resumen}</Text>}
        {taller.descripcion && <Text style={{ whiteSpace: 'pre-line' }}>{taller.descripcion}</Text>}
      </Stack>
    </Panel>
  );
}

function Enlace({ href }: { href: string }) {
  return (
    <Anchor href={href} target="_blank" rel="noopener noreferrer">
      {new URL(href).hostname} <IconExternalLink size={14} aria-label="(se abre aparte)" />
    </Anchor>
  );
}
