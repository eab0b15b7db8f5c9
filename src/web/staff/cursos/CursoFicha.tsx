import { Image, Stack, Text } from '@mantine/core';
import type { Curso } from '#contract/cursos.ts';
import { CopyText } from '../../ui/CopyText.tsx';
import { DataRows } from '../../ui/DataRows.tsx';
import { DateTime } from '../../ui/DateTime.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useMarca } from '../session.ts';
import { InteresTag } from '../talleres/InteresTag.tsx';
import { precioDe } from '../ventas/useTallerOptions.ts';
import { duraAcceso } from './palabras.ts';

/** What the public is told of a Curso, and its address. */
export function CursoFicha({ curso }: { curso: Curso }) {
  const marca = useMarca();
  return (
    <Panel title="Ficha">
      <Stack gap="md">
        {curso.imagenUrl && (
          <Image
            src={curso.imagenUrl}
            alt={`Imagen de ${curso.titulo}`}
            radius="md"
            mah={240}
            fit="cover"
          />
        )}
        <DataRows
          rows={[
            { label: 'Imparte', value: curso.instructor },
            { label: 'Interés', value: curso.interes && <InteresTag interes={curso.interes} /> },
            { label: 'Precio', value: precioDe(curso.precio) },
            { label: 'IVA', value: curso.afectoIva ? 'Incluido en el precio' : 'Exento' },
            { label: 'Acceso', value: duraAcceso(curso.diasAcceso) },
            {
              label: 'Publicado',
              value: curso.publicadoEn && <DateTime value={curso.publicadoEn} as="fecha" />,
            },
          ]}
        />
        {curso.estado === 'PUBLICADO' && marca && (
          <CopyText label="Página pública" text={`${marca.publicUrl}/cursos/${curso.slug}`} />
        )}
        {curso.resumen && <Text fw={600}>{curso.resumen}</Text>}
        {curso.descripcion && <Text style={{ whiteSpace: 'pre-line' }}>{curso.descripcion}</Text>}
      </Stack>
    </Panel>
  );
}
