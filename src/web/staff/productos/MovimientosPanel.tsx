import { Chip, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { nombresMovimiento } from '#contract/nombres.ts';
import { listMovimientos, type Movimiento, type TipoMovimiento } from '#contract/productos.ts';
import { useInfinite } from '../../api/queries.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { AppLink } from '../../ui/link.tsx';
import { ExportButton } from '../../ui/list/ExportButton.tsx';
import { MoreButton } from '../../ui/MoreButton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { usePuede } from '../session.ts';
import { useExportar } from '../useExportar.ts';
import { cifra, conSigno } from './palabras.ts';
import classes from './producto.module.css';

const groups: { value: string; label: string; tipo?: TipoMovimiento[] }[] = [
  { value: 'todos', label: 'Todos' },
  { value: 'ventas', label: 'Ventas', tipo: ['VENTA', 'ANULACION'] },
  { value: 'ingresos', label: 'Ingresos', tipo: ['INGRESO'] },
  { value: 'ajustes', label: 'Conteos y mermas', tipo: ['AJUSTE', 'MERMA'] },
];

/** Each change of the stock, the last first: how much, why, who, and what was left. */
export function MovimientosPanel({ productoId }: { productoId: number }) {
  const [group, setGroup] = useState('todos');
  const exportar = useExportar('exportMovimientos');
  const tipo = groups.find(({ value }) => value === group)?.tipo;
  const list = useInfinite(listMovimientos, { params: { id: productoId }, query: { tipo } });
  return (
    <Panel
      title="Movimientos"
      actions={
        exportar &&
        list.items.length > 0 && (
          <ExportButton
            load={exportar}
            params={{ id: productoId }}
            query={{ tipo }}
            rows={list.total === 1 ? '1 movimiento' : `${list.total ?? 0} movimientos`}
          />
        )
      }
    >
      <Chip.Group value={group} onChange={setGroup}>
        <Group gap={6} mb="sm" role="radiogroup" aria-label="Qué movimientos">
          {groups.map(({ value, label }) => (
            <Chip key={value} value={value}>
              {label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {list.isPending && <ListSkeleton rows={3} />}
      {list.isError && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && list.items.length === 0 && (
        <Text c="dimmed">Aquí queda cada ingreso, venta, conteo y merma, con quién lo hizo.</Text>
      )}
      <ul className={classes.rows}>
        {list.items.map((movimiento) => (
          <MovimientoRow key={movimiento.id} movimiento={movimiento} />
        ))}
      </ul>
      <MoreButton list={list} />
    </Panel>
  );
}

function MovimientoRow({ movimiento }: { movimiento: Movimiento }) {
  const puede = usePuede();
  const { tipo, cantidad, stock, motivo, usuario, venta, creadoEn } = movimiento;
  return (
    <li className={classes.movement}>
      <div className={`${classes.change} tabular`} data-up={cantidad > 0 || undefined}>
        {conSigno(cantidad)}
      </div>
      <div className="tap-links">
        {nombresMovimiento[tipo]}
        {venta && (
          <>
            {' '}
            {puede('ventas:leer') ? (
              <AppLink to="/app/ventas/$id" params={{ id: String(venta.cobroId) }} td="underline">
                {venta.codigo}
              </AppLink>
            ) : (
              venta.codigo
            )}{' '}
            de {venta.cliente}
          </>
        )}
        {motivo && `: ${motivo}`}
        <Text size="sm" c="dimmed">
          <DateTime value={creadoEn} />
          {usuario && ` · ${usuario}`}
        </Text>
      </div>
      <Text size="sm" c="dimmed" className={`${classes.left} tabular`}>
        Quedaron {cifra(stock)}
      </Text>
    </li>
  );
}
