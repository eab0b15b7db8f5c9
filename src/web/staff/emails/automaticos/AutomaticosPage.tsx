import { Switch, Text } from '@mantine/core';
import { type Automatico, listAutomaticos, updateAutomatico } from '#contract/automaticos.ts';
import { useEndpoint, useMutate } from '../../../api/queries.ts';
import { confirmAction } from '../../../ui/confirm.tsx';
import { EstadoBadge } from '../../../ui/EstadoBadge.tsx';
import { AppLink } from '../../../ui/link.tsx';
import { QueryGate } from '../../../ui/QueryGate.tsx';
import { usePuede } from '../../session.ts';
import { EmailsFrame } from '../EmailsFrame.tsx';
import classes from './automaticos.module.css';

/** The mails that go out by themselves: when, whether, and the way to their words. */
export default function AutomaticosPage() {
  const automaticos = useEndpoint(listAutomaticos, {});
  return (
    <EmailsFrame
      title="Automáticos"
      subtitle={
        <Text c="dimmed" maw={640} mt={4}>
          Salen solos cuando pasa algo: una inscripción, un pago, un taller que se acerca. No son
          publicidad, así que no necesitan consentimiento.
        </Text>
      }
    >
      <QueryGate query={automaticos} rows={8}>
        {({ items }) => (
          <ul className={classes.lista}>
            {items.map((one) => (
              <Fila key={one.clave} automatico={one} />
            ))}
          </ul>
        )}
      </QueryGate>
    </EmailsFrame>
  );
}

function Fila({ automatico }: { automatico: Automatico }) {
  const { clave, nombre, cuando, editado } = automatico;
  return (
    <li>
      <div className={classes.texto}>
        <div className={classes.nombre}>
          <AppLink to="/app/emails/automaticos/$clave" params={{ clave }} fw={600}>
            {nombre}
          </AppLink>
          {editado && <EstadoBadge tone="info">Con texto propio</EstadoBadge>}
        </div>
        <Text size="sm" c="dimmed">
          {cuando}
        </Text>
      </div>
      <Encendido automatico={automatico} />
    </li>
  );
}

function Encendido({ automatico }: { automatico: Automatico }) {
  const { clave, nombre, activo, advertencia, version } = automatico;
  const puede = usePuede();
  const cambiar = useMutate(updateAutomatico, {
    done: (now) => `«${now.nombre}» está ${now.activo ? 'encendido' : 'apagado'}.`,
  });

  async function change(on: boolean) {
    const yes =
      on ||
      (await confirmAction({
        title: `¿Apagar «${nombre}»?`,
        body: advertencia ?? 'Deja de salir desde ahora. Puedes encenderlo cuando quieras.',
        confirm: 'Apagar',
        danger: advertencia !== null,
      }));
    if (yes) cambiar.mutate({ params: { clave }, body: { activo: on, version } });
  }

  if (!puede('emails:escribir')) {
    return (
      <EstadoBadge tone={activo ? 'ok' : 'off'}>{activo ? 'Encendido' : 'Apagado'}</EstadoBadge>
    );
  }
  return (
    <Switch
      className={classes.switch}
      aria-label={`${nombre}: ${activo ? 'encendido' : 'apagado'}`}
      label={activo ? 'Encendido' : 'Apagado'}
      checked={activo}
      disabled={cambiar.isPending}
      onChange={(event) => void change(event.currentTarget.checked)}
    />
  );
}
