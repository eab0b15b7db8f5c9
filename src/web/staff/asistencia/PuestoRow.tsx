import { Button, Group, Text } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconPackage, IconX } from '@tabler/icons-react';
import type { EstadoAsistencia, Puesto } from '#contract/asistencia.ts';
import { formatPesos } from '#contract/money.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { EstadoBadge } from '../../ui/EstadoBadge.tsx';
import { AppLink } from '../../ui/link.tsx';
import classes from './asistencia.module.css';
import { buyerOf } from './seat.ts';
import type { Tapped } from './useMarcar.ts';

type Props = {
  seat: Puesto;
  place: string | undefined;
  tapped: Tapped | undefined;
  /** Missing for whoever may only look. */
  onMark: ((asistencia: EstadoAsistencia | null) => void) | undefined;
  onForget: () => void;
  onPay: (() => void) | undefined;
};

/** One seat at the door: who, what they owe, what to hand over, and whether they came. */
export function PuestoRow({ seat, place, tapped, onMark, onForget, onPay }: Props) {
  const { nombre, saldo, kitsPorEntregar } = seat;
  const asistencia = tapped ? tapped.asistencia : seat.asistencia;
  return (
    <li className={classes.seat} data-state={asistencia ?? undefined}>
      <div className={classes.who}>
        <Who seat={seat} place={place} />
        {(saldo > 0 || kitsPorEntregar > 0) && (
          <Group gap="xs" mt={4}>
            {saldo > 0 && <EstadoBadge tone="warn">{`Debe ${formatPesos(saldo)}`}</EstadoBadge>}
            {saldo > 0 && onPay && (
              <Button variant="subtle" size="compact-md" onClick={onPay}>
                Registrar pago
              </Button>
            )}
            {kitsPorEntregar > 0 && (
              <EstadoBadge tone="info" icon={IconPackage}>
                {kitsPorEntregar === 1 ? 'Entregar 1 kit' : `Entregar ${kitsPorEntregar} kits`}
              </EstadoBadge>
            )}
          </Group>
        )}
        <Marked seat={seat} tapped={tapped} />
      </div>
      {onMark && (
        <div className={classes.marks}>
          {asistencia === null ? (
            <>
              <Button
                color="green"
                size="md"
                className={classes.mark}
                leftSection={<IconCheck size={20} aria-hidden />}
                aria-label={`Presente: ${nombre}`}
                onClick={() => onMark('PRESENTE')}
              >
                Presente
              </Button>
              <Button
                variant="default"
                size="md"
                className={classes.mark}
                leftSection={<IconX size={18} aria-hidden />}
                aria-label={`Ausente: ${nombre}`}
                onClick={() => onMark('AUSENTE')}
              >
                Ausente
              </Button>
            </>
          ) : (
            <>
              <EstadoBadge
                tone={asistencia === 'PRESENTE' ? 'ok' : 'bad'}
                icon={asistencia === 'PRESENTE' ? IconCheck : IconX}
              >
                {asistencia === 'PRESENTE' ? 'Presente' : 'Ausente'}
              </EstadoBadge>
              <Button
                variant="subtle"
                size="md"
                disabled={tapped !== undefined && !tapped.problem}
                leftSection={<IconArrowBackUp size={18} aria-hidden />}
                aria-label={`Deshacer: ${nombre}`}
                onClick={() => (tapped?.problem ? onForget() : onMark(null))}
              >
                Deshacer
              </Button>
            </>
          )}
        </div>
      )}
      {tapped?.problem && (
        <div role="alert" className={classes.problem}>
          <Text size="sm" fw={600}>
            No se guardó. {tapped.problem}
          </Text>
          {onMark && (
            <Button size="compact-md" color="red" onClick={() => onMark(tapped.asistencia)}>
              Reintentar
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** When and by whom, once it is saved. */
function Marked({ seat, tapped }: { seat: Puesto; tapped: Tapped | undefined }) {
  if (tapped && !tapped.problem) return <Text size="sm">Guardando…</Text>;
  if (tapped || !seat.marcadaEn) return null;
  return (
    <Text size="sm" c="dimmed">
      <DateTime value={seat.marcadaEn} as="hora" />
      {seat.marcadaPor && ` · ${seat.marcadaPor}`}
      {seat.via === 'QR' && ' · por QR'}
    </Text>
  );
}

/** The name, and behind it the person whose sale it is. */
function Who({ seat, place }: { seat: Puesto; place: string | undefined }) {
  const { nombre, cliente } = seat;
  const buyer = buyerOf(seat);
  const person = { to: '/app/clientes/$id', params: { id: String(cliente.id) } } as const;
  return (
    <>
      {buyer ? (
        <span className={classes.name}>{nombre}</span>
      ) : (
        <AppLink {...person} className={classes.name} c="inherit">
          {nombre}
        </AppLink>
      )}
      {(place || buyer) && (
        <Text size="sm" c="dimmed">
          {place}
          {place && buyer && ' · '}
          {buyer && (
            <>
              compró{' '}
              <AppLink {...person} underline="always">
                {buyer}
              </AppLink>
            </>
          )}
        </Text>
      )}
    </>
  );
}
