import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type Automatico, listAutomaticos } from '#contract/automaticos.ts';
import { useEndpoint } from '../../../api/queries.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ButtonLink } from '../../../ui/link.tsx';
import { QueryGate } from '../../../ui/QueryGate.tsx';
import { usePuede } from '../../session.ts';
import { EditarAutomatico } from './EditarAutomatico.tsx';
import { VerAutomatico } from './VerAutomatico.tsx';

export default function AutomaticoPage() {
  const { clave } = useParams({ strict: false });
  const puede = usePuede();
  const automaticos = useEndpoint(listAutomaticos, {});
  // Its words as they came, once the form must begin anew with them.
  const [restored, setRestored] = useState<Automatico>();
  return (
    <QueryGate query={automaticos} rows={8}>
      {({ items }) => {
        const found = items.find((one) => one.clave === clave);
        if (!found) return <NoExiste />;
        if (!puede('emails:escribir')) return <VerAutomatico automatico={found} />;
        const one = restored?.clave === clave && restored ? restored : found;
        return (
          <EditarAutomatico
            key={`${one.clave} ${restored?.version}`}
            automatico={one}
            onRestored={setRestored}
          />
        );
      }}
    </QueryGate>
  );
}

function NoExiste() {
  return (
    <EmptyState
      level={1}
      title="Ese correo automático no existe"
      action={<ButtonLink to="/app/emails/automaticos">Ver los automáticos</ButtonLink>}
    />
  );
}
