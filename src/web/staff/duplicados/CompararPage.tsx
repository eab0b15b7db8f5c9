import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { compararClientes, type Fusion } from '#contract/duplicados.ts';
import { useEndpoint } from '../../api/queries.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { Comparar } from './Comparar.tsx';
import { Unida } from './Unida.tsx';

export default function CompararPage() {
  const { a = '', b = '' } = useParams({ strict: false });
  const [done, setDone] = useState<Fusion>();
  // Not asked again while they are merged: one of the two is gone by then.
  const [busy, setBusy] = useState(false);
  const id = (text: string) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0);
  const query = useEndpoint(
    compararClientes,
    { query: { a: id(a), b: id(b) } },
    { enabled: !busy },
  );
  return (
    <>
      <PageHeader
        title={done ? 'Fichas unidas' : '¿Son la misma persona?'}
        subtitle={
          done
            ? undefined
            : 'Elige qué dato queda cuando son distintos. Nada se borra: se puede deshacer.'
        }
        back={{ to: '/app/duplicados', label: 'Volver a duplicados' }}
      />
      {done ? (
        <Unida fusion={done} />
      ) : (
        <QueryGate query={query} rows={8}>
          {(comparacion) => (
            <Comparar
              key={`${comparacion.a.version}-${comparacion.b.version}`}
              comparacion={comparacion}
              onBusy={setBusy}
              onDone={setDone}
            />
          )}
        </QueryGate>
      )}
    </>
  );
}
