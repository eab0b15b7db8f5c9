import { Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconPackage } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { escanear } from '#contract/asistencia.ts';
import type { Answer } from '#contract/endpoint.ts';
import { formatPesos } from '#contract/money.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { describeError } from '../../ui/ErrorState.tsx';
import { AppLink, ButtonLink } from '../../ui/link.tsx';
import { usePuede } from '../session.ts';
import classes from './asistencia.module.css';
import { looks } from './resultado.ts';

export type Escaneo = Answer<typeof escanear>;

type Props = {
  escaneo: Escaneo;
  busy: boolean;
  /** Registers whoever owes all the same. */
  onAnyway: () => void;
  /** Takes back what this scan registered. */
  onUndo: () => void;
  children?: ReactNode;
};

/** What a scan found, big enough to be read at arm's length. */
export function Resultado({ escaneo, busy, onAnyway, onUndo, children }: Props) {
  const puede = usePuede();
  const { resultado, puesto, taller } = escaneo;
  const { tone, word, icon: Icon } = looks[resultado];
  const { nombre, saldo, kitsPorEntregar, cobroId } = puesto;
  const owes = saldo > 0 && resultado !== 'ANULADA';
  return (
    <section className={classes.result} data-tone={tone} aria-live="assertive">
      <div className={classes.resultHead}>
        <Icon size={40} stroke={2} aria-hidden />
        <span className={classes.resultWord}>{word}</span>
      </div>
      <div>
        <div className={classes.resultName}>{nombre}</div>
        <Detail escaneo={escaneo} />
        {owes && <Text fw={650}>Debe {formatPesos(saldo)}</Text>}
        {kitsPorEntregar > 0 && resultado !== 'ANULADA' && (
          <Group gap={6} fw={650}>
            <IconPackage size={20} aria-hidden />
            {kitsPorEntregar === 1 ? 'Entregar 1 kit' : `Entregar ${kitsPorEntregar} kits`}
          </Group>
        )}
      </div>
      <Group gap="xs">
        {resultado === 'IMPAGA' && (
          <Button size="md" loading={busy} onClick={onAnyway}>
            Registrar igual
          </Button>
        )}
        {owes && puede('ventas:escribir') && (
          <ButtonLink
            to="/app/ventas/$id"
            params={{ id: String(cobroId) }}
            search={{ accion: 'pago' }}
            size="md"
            variant="default"
          >
            Registrar pago
          </ButtonLink>
        )}
        {resultado === 'REGISTRADA' && (
          <Button size="md" variant="default" loading={busy} onClick={onUndo}>
            Deshacer
          </Button>
        )}
        {resultado === 'OTRO_TALLER' && (
          <AppLink to="/app/talleres/$id/asistencia" params={{ id: String(taller.id) }} c="inherit">
            Ver la lista de ese taller
          </AppLink>
        )}
        {children}
      </Group>
    </section>
  );
}

function Detail({ escaneo: { resultado, puesto, taller } }: { escaneo: Escaneo }) {
  if (resultado === 'YA_REGISTRADA' && puesto.marcadaEn) {
    return (
      <Text>
        El <DateTime value={puesto.marcadaEn} as="diaHora" />
        {puesto.marcadaPor && `, por ${puesto.marcadaPor}`}
      </Text>
    );
  }
  return (
    <Text>
      {taller.titulo} · <DateTime value={taller.iniciaEn} zone={taller.zona} as="diaHora" />
    </Text>
  );
}

/** A code that leads nowhere, or a server out of reach. */
export function Fallo({ error, children }: { error: unknown; children?: ReactNode }) {
  const { title, reference } = describeError(error);
  const words = fieldWords(error) ?? title;
  return (
    <section className={classes.result} data-tone="bad" role="alert">
      <div className={classes.resultHead}>
        <IconAlertTriangle size={40} stroke={2} aria-hidden />
        <span className={classes.resultWord}>{words}</span>
      </div>
      {reference && <Text>Número de referencia: {reference}</Text>}
      {children}
    </section>
  );
}

/** Where the fault is of the code itself, its own words say more than the title. */
function fieldWords(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('fields' in error)) return undefined;
  const [first] = error.fields as { mensaje: string }[];
  return first?.mensaje;
}
