import { listSeguimientos } from '#contract/interacciones.ts';
import { useEndpoint } from '../../api/queries.ts';
import { Panel } from '../../ui/Panel.tsx';
import classes from './interacciones.module.css';
import { SeguimientoRow } from './SeguimientoRow.tsx';
import { useHecho } from './useHecho.tsx';

/** What was agreed with a person and is not done; nothing when there is nothing. */
export function SeguimientosPanel({ clienteId }: { clienteId: number }) {
  const hecho = useHecho();
  const { data } = useEndpoint(listSeguimientos, { query: { cliente: clienteId, limite: 20 } });
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title="Por hacer">
      <ul className={classes.rows}>
        {data.items.map((interaccion) => (
          <SeguimientoRow key={interaccion.id} interaccion={interaccion} hecho={hecho} />
        ))}
      </ul>
    </Panel>
  );
}
