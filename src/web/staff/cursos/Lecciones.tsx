import { Text, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import type { Curso } from '#contract/cursos.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { LeccionRow } from './LeccionRow.tsx';
import classes from './lecciones.module.css';
import { useOrden } from './useOrden.ts';

// What drags weighs, and those who may only look do not need it.
const Ordenable = lazy(() => import('./Ordenable.tsx'));

/** The lessons in their order, which those who may write change by dragging, by keys or by the menu. */
export function Lecciones({ curso }: { curso: Curso }) {
  const orden = useOrden(curso);
  const { lecciones } = orden;
  const may = curso.puede.editar;
  const nueva = may && (
    <ButtonLink
      to="/app/cursos/$id/lecciones/nueva"
      params={{ id: String(curso.id) }}
      variant={lecciones.length === 0 ? 'filled' : 'light'}
      leftSection={<IconPlus size={18} aria-hidden />}
    >
      Agregar lección
    </ButtonLink>
  );
  return (
    <Panel title="Lecciones" actions={lecciones.length > 0 && nueva}>
      {lecciones.length === 0 && (
        <EmptyState title="Aún no hay lecciones" action={nueva}>
          Cada lección tiene un video, un texto o ambos. Se ven en el orden en que las dejas aquí.
        </EmptyState>
      )}
      {lecciones.length > 0 && !may && (
        <ol className={classes.list}>
          {lecciones.map((leccion) => (
            <li key={leccion.id} className={classes.item}>
              <LeccionRow leccion={leccion} />
            </li>
          ))}
        </ol>
      )}
      {lecciones.length > 0 && may && (
        <>
          {lecciones.length > 1 && (
            <Text size="sm" c="dimmed" mb="sm">
              Arrastra una lección para cambiar su lugar, o usa su menú.
            </Text>
          )}
          <Suspense fallback={<ListSkeleton rows={lecciones.length} height={64} />}>
            <Ordenable orden={orden} />
          </Suspense>
          <VisuallyHidden role="status">{orden.said}</VisuallyHidden>
        </>
      )}
    </Panel>
  );
}
