import { Loader, Stack, Text } from '@mantine/core';
import type { Condicion } from '#contract/condicion.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { AppLink } from '../../ui/link.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import { cifra, personas } from '../emails/campanas/palabras.ts';
import { EstadoClienteBadge } from '../estados.tsx';
import classes from './segmentos.module.css';
import { usePrueba } from './usePrueba.ts';

/** Enough to see whether it is them. */
const SHOWN = 6;

type Props = {
  condicion: Condicion;
  /** Conditions that are not said to the end yet: they do not count. */
  incompletas?: number;
};

/** How many people a condition finds, what it says as a sentence, and the newest of them. */
export function Resultado({ condicion, incompletas = 0 }: Props) {
  const { prueba, error, viejo, recontar } = usePrueba(condicion);
  return (
    <Panel title="Quiénes son">
      {error && !prueba && <ErrorState error={error} retry={recontar} />}
      {!error && !prueba && <Loader size="sm" aria-label="Contando" />}
      {prueba && (
        <Stack gap="sm">
          <div
            className={classes.count}
            role="status"
            aria-busy={viejo}
            data-old={viejo || undefined}
          >
            <b className={classes.big}>{cifra(prueba.cantidad)}</b>{' '}
            {prueba.cantidad === 1 ? 'persona' : 'personas'}
            {viejo && <Loader size="xs" aria-label="Contando de nuevo" />}
          </div>
          {error && <ErrorState error={error} retry={recontar} />}
          <Text size="sm">{prueba.frase}</Text>
          {incompletas > 0 && (
            <Text size="sm" c="dimmed">
              {incompletas === 1
                ? 'Una condición está a medias y aún no cuenta.'
                : `${incompletas} condiciones están a medias y aún no cuentan.`}
            </Text>
          )}
          {prueba.cantidad > 0 && (
            <Text size="sm" c="dimmed">
              {prueba.conCorreo === 1
                ? '1 puede recibir una campaña.'
                : `${cifra(prueba.conCorreo)} pueden recibir una campaña.`}
            </Text>
          )}
          {prueba.muestra.length > 0 && (
            <section aria-label="Personas de muestra">
              <Text size="sm" fw={600} mt="xs" mb={4}>
                {prueba.cantidad > SHOWN ? 'Las más nuevas' : 'Son ellas'}
              </Text>
              <ul className={classes.people}>
                {prueba.muestra.slice(0, SHOWN).map((persona) => (
                  <li key={persona.id} className={classes.person}>
                    <div className={classes.personText}>
                      <AppLink
                        to="/app/clientes/$id"
                        params={{ id: String(persona.id) }}
                        target="_blank"
                      >
                        {nombreCompleto(persona)}
                      </AppLink>
                      <Text size="sm" c="dimmed">
                        {persona.email ?? 'Sin correo'}
                      </Text>
                    </div>
                    <EstadoClienteBadge estado={persona.estado} />
                  </li>
                ))}
              </ul>
            </section>
          )}
        </Stack>
      )}
    </Panel>
  );
}

/** The count alone, where the panel is out of sight. */
export function CuentaBreve({ condicion }: { condicion: Condicion }) {
  const { prueba, viejo } = usePrueba(condicion);
  if (!prueba) return null;
  return (
    <Text hiddenFrom="md" fw={600} mt="sm" c={viejo ? 'dimmed' : undefined} className="tabular">
      {personas(prueba.cantidad)}
    </Text>
  );
}
