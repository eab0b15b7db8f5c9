import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconGitMerge } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../../../../api/client.ts';
import { notifyProblem } from '../../../../api/queries.ts';
import type { Escritura } from './useBorrador.ts';

/** Why the draft could not be saved, and what may be done about it. Nothing typed is lost. */
export function Choque({ escritura }: { escritura: Escritura }) {
  const { estado, error, guardar, resolver } = escritura;
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  // One writes further down; why it is not saved is told at the top.
  useEffect(() => {
    if (error) box.current?.scrollIntoView({ block: 'center' });
  }, [error]);
  if (!error) return null;
  if (estado !== 'CONFLICTO') {
    return (
      <Alert
        ref={box}
        role="alert"
        color="red"
        variant="light"
        mb="md"
        icon={<IconAlertTriangle aria-hidden />}
        title={error.message}
      >
        <Text size="sm" mb="xs">
          Lo que escribiste sigue aquí.
          {error.reference && ` Número de referencia: ${error.reference}`}
        </Text>
        <Button variant="default" onClick={() => void guardar()}>
          Intentar de nuevo
        </Button>
      </Alert>
    );
  }
  async function settle(mine: boolean) {
    setBusy(true);
    try {
      await resolver(mine);
    } catch (problem) {
      if (problem instanceof ApiError) notifyProblem(problem);
    } finally {
      setBusy(false);
    }
  }
  return (
    <Alert
      ref={box}
      role="alert"
      color="yellow"
      variant="light"
      mb="md"
      icon={<IconGitMerge aria-hidden />}
      title="Otra persona cambió esta campaña mientras la editabas"
    >
      <Text size="sm" mb="xs">
        Lo que escribiste sigue aquí y todavía no se guarda. En lo que no tocaste quedará lo suyo.
      </Text>
      <Group gap="sm">
        <Button variant="default" loading={busy} onClick={() => void settle(true)}>
          Guardar lo mío
        </Button>
        <Button variant="subtle" disabled={busy} onClick={() => void settle(false)}>
          Descartar lo mío y ver lo suyo
        </Button>
      </Group>
    </Alert>
  );
}
