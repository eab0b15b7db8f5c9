import { Button, Loader, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Audiencia, ConteoAudiencia, MotivoExclusion } from '#contract/campanas.ts';
import { ErrorState } from '../../../../ui/ErrorState.tsx';
import { cifra, exclusiones, personas } from '../palabras.ts';
import classes from './audiencia.module.css';
import { PersonasDrawer } from './PersonasDrawer.tsx';
import type { useConteo } from './useConteo.ts';

type Props = {
  audiencia: Audiencia | undefined;
  count: ReturnType<typeof useConteo>;
  /** What is missing, while nobody can be counted. */
  falta: string;
  /** Takes someone out of those chosen by hand. */
  onQuitar?: ((id: number) => void) | undefined;
};

/** How many it reaches, who is left out and why, and who they are. */
export function Conteo({ audiencia, count, falta, onQuitar }: Props) {
  const [viendo, setViendo] = useState<MotivoExclusion | null>();
  const { conteo, error, viejo } = count;
  if (audiencia === undefined) return <Text c="dimmed">{falta}</Text>;
  if (error && !viejo) return <ErrorState error={error} retry={() => void count.recontar()} />;
  if (!conteo) return <Loader size="sm" aria-label="Contando" />;
  return (
    <Stack gap="sm">
      <div className={classes.figure} data-old={viejo || undefined}>
        <Alcance conteo={conteo} viejo={viejo} />
        {conteo.destinatarios > 0 && (
          <Button variant="transparent" size="compact-sm" px={0} onClick={() => setViendo(null)}>
            Ver a quiénes
          </Button>
        )}
      </div>
      {conteo.exclusiones.length > 0 && (
        <Fuera exclusiones={conteo.exclusiones} onVer={setViendo} />
      )}
      <PersonasDrawer
        audiencia={audiencia}
        motivo={viendo}
        onClose={() => setViendo(undefined)}
        onQuitar={onQuitar}
      />
    </Stack>
  );
}

function Alcance({ conteo, viejo }: { conteo: ConteoAudiencia; viejo: boolean }) {
  const { candidatos, destinatarios } = conteo;
  return (
    <div role="status" aria-busy={viejo}>
      {candidatos === 0 ? (
        <Text fw={600}>Nadie cumple estas condiciones.</Text>
      ) : (
        <Text>
          Llegará a <b className={classes.big}>{cifra(destinatarios)}</b> de {personas(candidatos)}
        </Text>
      )}
      {viejo && (
        <Text size="sm" c="dimmed">
          Contando de nuevo…
        </Text>
      )}
    </div>
  );
}

type FueraProps = {
  exclusiones: ConteoAudiencia['exclusiones'];
  /** Absent where who they are is not known any more. */
  onVer?: (motivo: MotivoExclusion) => void;
  /** It has been sent. */
  pasado?: boolean;
};

/** Those left out, by reason, with what each means. */
export function Fuera({ exclusiones: excluidas, onVer, pasado = false }: FueraProps) {
  const total = excluidas.reduce((sum, { cantidad }) => sum + cantidad, 0);
  const [one, many] = pasado ? ['quedó fuera', 'quedaron fuera'] : ['queda fuera', 'quedan fuera'];
  const verbo = total === 1 ? one : many;
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {personas(total)} {verbo}
      </Text>
      <ul className={classes.reasons}>
        {excluidas.map(({ motivo, cantidad }) => (
          <li key={motivo} className={classes.reason}>
            <div className={classes.reasonText}>
              <Text size="sm" fw={550}>
                {exclusiones[motivo].titulo}
              </Text>
              <Text size="sm" c="dimmed">
                {exclusiones[motivo].significa}
              </Text>
            </div>
            <div className={classes.reasonSide}>
              {onVer && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={`Ver quiénes: ${exclusiones[motivo].titulo}`}
                  onClick={() => onVer(motivo)}
                >
                  Ver
                </Button>
              )}
              <Text span fw={600} className="tabular">
                {cifra(cantidad)}
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
