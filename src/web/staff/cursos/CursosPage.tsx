import { Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type CursoItem, listCursos } from '#contract/cursos.ts';
import { formatDuracion } from '#contract/duracion.ts';
import { listIntereses } from '#contract/intereses.ts';
import { nombresEstadoCurso, opciones } from '#contract/nombres.ts';
import { useEndpoint } from '../../api/queries.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { DataList } from '../../ui/list/DataList.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { EstadoCursoBadge } from '../estados.tsx';
import { usePuede } from '../session.ts';
import { InteresTag } from '../talleres/InteresTag.tsx';
import { useExportar } from '../useExportar.ts';
import { precioDe } from '../ventas/useTallerOptions.ts';
import { cuantasLecciones, cuantosAlumnos } from './palabras.ts';

const largoDe = ({ lecciones, duracionSegundos }: CursoItem) =>
  [cuantasLecciones(lecciones), duracionSegundos > 0 && formatDuracion(duracionSegundos)]
    .filter(Boolean)
    .join(' · ');

export default function CursosPage() {
  const exportar = useExportar('exportCursos');
  const puede = usePuede();
  const intereses = useEndpoint(listIntereses, {});
  const nuevo = puede('cursos:escribir') && (
    <ButtonLink to="/app/cursos/nuevo" leftSection={<IconPlus size={18} aria-hidden />}>
      Nuevo curso
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title="Cursos" actions={nuevo} />
      <DataList
        endpoint={listCursos}
        exportar={exportar}
        noun={{ one: 'curso', many: 'cursos' }}
        searchLabel="Buscar por nombre o instructor"
        defaultOrder="-creadoEn"
        filters={[
          { name: 'estado', title: 'Estado', options: opciones(nombresEstadoCurso) },
          {
            name: 'interes',
            title: 'Interés',
            multiple: true,
            options: (intereses.data?.items ?? []).map(({ id, nombre }) => ({
              value: String(id),
              label: nombre,
            })),
          },
        ]}
        columns={[
          {
            id: 'titulo',
            title: 'Curso',
            render: (c) => c.titulo,
            sort: { up: 'titulo', upName: 'Nombre, de la A a la Z' },
          },
          { id: 'estado', title: 'Estado', render: (c) => <EstadoCursoBadge estado={c.estado} /> },
          {
            id: 'interes',
            title: 'Interés',
            render: (c) => c.interes && <InteresTag interes={c.interes} />,
          },
          { id: 'lecciones', title: 'Lecciones', render: largoDe, width: 190 },
          { id: 'alumnos', title: 'Alumnos', render: (c) => c.alumnos, numeric: true },
          { id: 'precio', title: 'Precio', render: (c) => precioDe(c.precio), numeric: true },
          {
            id: 'creado',
            title: 'Creado',
            width: 120,
            render: (c) => <DateTime value={c.creadoEn} as="fechaCorta" />,
            sort: {
              up: 'creadoEn',
              down: '-creadoEn',
              upName: 'Los más antiguos primero',
              downName: 'Los más nuevos primero',
            },
          },
        ]}
        nameOf={(c) => c.titulo}
        card={(c) => (
          <>
            <Group gap="xs">
              <EstadoCursoBadge estado={c.estado} />
              {c.interes && <InteresTag interes={c.interes} />}
            </Group>
            <Text size="sm" c="dimmed">
              {[largoDe(c), cuantosAlumnos(c.alumnos), precioDe(c.precio)].join(' · ')}
            </Text>
          </>
        )}
        link={(c) => ({ to: '/app/cursos/$id', params: { id: String(c.id) } })}
        empty={
          <EmptyState title="Aún no hay cursos" action={nuevo}>
            Un curso son lecciones grabadas que se venden una y otra vez. Crea uno, agrégale sus
            lecciones y publícalo.
          </EmptyState>
        }
      />
    </>
  );
}
