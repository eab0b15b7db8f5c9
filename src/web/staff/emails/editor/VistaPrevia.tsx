import { Alert, Group, List, Loader, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { VistaPrevia as Vista } from '#contract/plantillas.ts';
import type { ApiError } from '../../../api/client.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import type { PersonaElegida } from '../../ventas/ElegirPersona.tsx';
import { MarcoCorreo } from './MarcoCorreo.tsx';
import { PersonaVista } from './PersonaVista.tsx';
import { Revisiones } from './Revisiones.tsx';
import { type Escrito, type FuenteVista, useVista } from './useVista.ts';
import classes from './vista.module.css';

type Props = {
  /** `fuenteContenido({ tipo, tallerId, … })` or `fuenteAutomatico(clave)`. */
  fuente: FuenteVista;
  /** What is being written. */
  escrito: Escrito;
  /** Whose data fills it; an invented person when undefined. */
  persona: PersonaElegida | undefined;
  /** Without it the person is not to be chosen here. */
  onPersona?: (persona: PersonaElegida | undefined) => void;
  /** What may be done with it: a test, for one. */
  actions?: ReactNode;
  /** Where what was found is told beside it, or does not matter any more. */
  sinRevision?: boolean;
};

const PHONE = '(max-width: 48em)';

const modos = [
  { value: 'escritorio', label: 'Escritorio' },
  { value: 'telefono', label: 'Teléfono' },
  { value: 'texto', label: 'Texto' },
];

/** A message as it will arrive, while it is being written, and what was found in it. */
export function VistaPrevia(props: Props) {
  const { fuente, escrito, persona, onPersona, actions, sinRevision = false } = props;
  const [modo, setModo] = useState(() => (matchMedia(PHONE).matches ? 'telefono' : 'escritorio'));
  const { vista, error, waiting, retry } = useVista(fuente, escrito, persona?.id ?? null);
  return (
    <section aria-label="Vista previa">
      <Stack gap="sm">
        <Group gap="xs">
          <SegmentedControl
            aria-label="Cómo verlo"
            data={modos}
            value={modo}
            onChange={setModo}
            className={classes.modos}
          />
          {waiting && <Loader size="xs" role="img" aria-label="Actualizando la vista previa" />}
          {actions && <div className={classes.actions}>{actions}</div>}
        </Group>
        {onPersona && <PersonaVista persona={persona} onPersona={onPersona} />}
        {error && <Problema error={error} retry={retry} />}
        {vista ? (
          <div data-stale={error ? true : undefined} className={classes.vista}>
            <Bandeja vista={vista} />
            {modo === 'texto' ? (
              <pre className={classes.texto}>{vista.texto}</pre>
            ) : (
              <MarcoCorreo
                html={vista.html}
                aparato={modo === 'telefono' ? 'telefono' : 'escritorio'}
              />
            )}
          </div>
        ) : (
          !error && <Skeleton height={420} />
        )}
        {vista && !error && !sinRevision && <Revisiones items={vista.revisiones} />}
      </Stack>
    </section>
  );
}

/** How it stands in the list of messages of whoever gets it. */
function Bandeja({ vista }: { vista: Vista }) {
  return (
    <div className={classes.bandeja}>
      <Text fw={600} className={classes.linea}>
        {vista.asunto}
      </Text>
      {vista.preheader && (
        <Text size="sm" c="dimmed" className={classes.linea}>
          {vista.preheader}
        </Text>
      )}
    </div>
  );
}

const campos: Record<string, string> = {
  asunto: 'Asunto',
  preheader: 'Línea que sigue al asunto',
  cuerpo: 'Mensaje',
};

/** What keeps it from being shown: faults of what is written, by the field where they stand. */
function Problema({ error, retry }: { error: ApiError; retry: () => void }) {
  if (error.fields.length === 0) return <ErrorState error={error} retry={retry} />;
  return (
    <Alert
      role="status"
      color="yellow"
      icon={<IconAlertTriangle aria-hidden />}
      title="Así no se puede enviar"
    >
      <List size="sm">
        {error.fields.map(({ campo, mensaje }) => (
          <List.Item key={campo + mensaje}>
            {campos[campo] && <b>{campos[campo]}: </b>}
            {mensaje}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
