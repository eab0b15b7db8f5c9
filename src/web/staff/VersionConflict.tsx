import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { FormValues, Versions } from './useVersions.ts';

type Props<R extends { version: number }> = {
  versions: Versions<R>;
  form: FormValues;
  /** `este cliente`. */
  noun: string;
  /** The fields, as the form calls them. */
  labels: Record<string, string>;
  /** What the newer version says in a field. */
  show: (record: R, name: string) => ReactNode;
};

/** Two people edited the same: nothing typed is lost, and each difference is decided here. */
export function VersionConflict<R extends { version: number }>(props: Props<R>) {
  const { versions, form, noun, labels, show } = props;
  const clashes = versions.clashesIn(form);
  const name = (field: string) => labels[field] ?? field;
  const box = useRef<HTMLDivElement>(null);
  const { stale } = versions;
  const brought = clashes !== undefined;
  // One saves at the end of the form; what happened is told at its beginning.
  useEffect(() => {
    if (stale || brought) box.current?.scrollIntoView({ block: 'center' });
  }, [stale, brought]);
  if (stale) {
    return (
      <Alert
        ref={box}
        role="alert"
        color="yellow"
        icon={<IconGitMerge aria-hidden />}
        title={`Otra persona cambió ${noun} mientras lo editabas`}
      >
        <Text mb="sm">Lo que escribiste sigue aquí y todavía no se guarda.</Text>
        <Button
          variant="default"
          loading={versions.loading}
          onClick={() => void versions.bring(form)}
        >
          Ver qué cambió
        </Button>
      </Alert>
    );
  }
  if (!clashes) return null;
  return (
    <Alert
      ref={box}
      role="status"
      color="yellow"
      icon={<IconGitMerge aria-hidden />}
      title={clashes.length > 0 ? 'Revisa lo que cambió la otra persona' : 'Ya puedes guardar'}
    >
      <Stack gap="sm">
        {versions.taken.length > 0 && (
          <Text>
            Trajimos sus cambios en lo que tú no habías tocado:{' '}
            {versions.taken.map(name).join(', ')}.
          </Text>
        )}
        {clashes.map((field) => (
          <Group key={field} justify="space-between" gap="xs">
            <Text style={{ flex: '1 1 220px', minWidth: 0 }}>
              {name(field)}: la otra persona puso <b>{show(versions.latest, field) || 'nada'}</b>.
            </Text>
            <Button variant="default" onClick={() => versions.take(form, field)}>
              Usar lo suyo
            </Button>
          </Group>
        ))}
        <Text>
          {clashes.length > 0
            ? 'Si guardas así, queda lo que está escrito en el formulario.'
            : 'El formulario ya tiene la versión nueva junto con lo tuyo.'}
        </Text>
      </Stack>
    </Alert>
  );
}
