import { Button, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconRefresh } from '@tabler/icons-react';
import { getDiagnostico } from '#contract/correo.ts';
import type { Revision } from '#contract/plantillas.ts';
import { useEndpoint } from '../../../api/queries.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { QueryGate } from '../../../ui/QueryGate.tsx';
import classes from './correo.module.css';

const niveles = {
  ERROR: { icon: IconCircleX, word: 'Por arreglar' },
  AVISO: { icon: IconAlertTriangle, word: 'Conviene revisar' },
  OK: { icon: IconCircleCheck, word: 'Bien' },
} as const;
const orden = { ERROR: 0, AVISO: 1, OK: 2 };

/** What keeps mail from leaving or from being trusted, the worst first. */
export function Diagnostico() {
  const diagnostico = useEndpoint(getDiagnostico, {}, { staleTime: 60_000 });
  return (
    <Panel
      title="Diagnóstico"
      actions={
        <Button
          variant="subtle"
          leftSection={<IconRefresh size={16} aria-hidden />}
          loading={diagnostico.isFetching}
          onClick={() => void diagnostico.refetch()}
        >
          Revisar de nuevo
        </Button>
      }
    >
      <QueryGate query={diagnostico}>
        {({ items }) => (
          <ul className={classes.revisiones}>
            {items
              .toSorted((a, b) => orden[a.nivel] - orden[b.nivel])
              .map((item) => (
                <Item key={`${item.clave} ${item.titulo}`} revision={item} />
              ))}
          </ul>
        )}
      </QueryGate>
    </Panel>
  );
}

function Item({ revision: { nivel, titulo, detalle } }: { revision: Revision }) {
  const { icon: Icon, word } = niveles[nivel];
  return (
    <li data-nivel={nivel}>
      <Icon size={20} aria-hidden />
      <div>
        <Text>
          <b>{word}:</b> {titulo}
        </Text>
        {detalle && (
          <Text size="sm" c="dimmed">
            {detalle}
          </Text>
        )}
      </div>
    </li>
  );
}
