import { Text } from '@mantine/core';
import { listResenas, listResenasDeCurso, listResenasDeTaller } from '#contract/resenas.ts';
import { useEndpoint } from '../../api/queries.ts';
import { AppLink } from '../../ui/link.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Stars } from '../../ui/Stars.tsx';
import classes from './resenas.module.css';

const one = new Intl.NumberFormat('es-CL', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

type Props = { de: 'taller' | 'curso'; id: number; slug: string };

/**
 * What people say of a published workshop, with its other editions, or course, in short; nothing while
 * nobody wrote.
 */
export function ResenasPanel({ de, id, slug }: Props) {
  const endpoint = de === 'taller' ? listResenasDeTaller : listResenasDeCurso;
  const publicas = useEndpoint(endpoint, { params: { slug }, query: { limite: 1 } });
  const pending = useEndpoint(listResenas, {
    query: { [de]: id, estado: ['PENDIENTE'], limite: 1 },
  });
  const { promedio = null, cantidad = 0, items = [] } = publicas.data ?? {};
  const waiting = pending.data?.total ?? 0;
  const [last] = items;
  if (promedio === null && waiting === 0) return null;
  const search = { [de]: String(id) };
  return (
    <Panel
      title="Reseñas"
      actions={
        <AppLink to="/app/resenas" search={search}>
          Ver todas
        </AppLink>
      }
    >
      {promedio !== null && (
        <div className={classes.mean}>
          <span className={`${classes.figure} tabular`}>{one.format(promedio)}</span>
          <div>
            <Stars value={promedio} />
            <Text size="sm" c="dimmed">
              {cantidad === 1 ? '1 publicada' : `${cantidad} publicadas`}
              {de === 'taller' && ', con sus otras ediciones'}
            </Text>
          </div>
        </div>
      )}
      {waiting > 0 && (
        <Text mt="xs" className="tap-links">
          <AppLink to="/app/resenas" search={{ ...search, estado: 'PENDIENTE' }}>
            {waiting === 1 ? '1 por moderar' : `${waiting} por moderar`}
          </AppLink>
        </Text>
      )}
      {last?.comentario && (
        <Text mt="sm" lineClamp={4}>
          «{last.comentario}» {last.autor}
        </Text>
      )}
    </Panel>
  );
}
