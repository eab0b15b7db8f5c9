import { Button, Group, List, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconCalendarClock, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import type { Campana } from '#contract/campanas.ts';
import { confirmAction } from '../../../../ui/confirm.tsx';
import { DateTimeInput } from '../../../../ui/form/DateTimeInput.tsx';
import { formatInstant } from '../../../../ui/time.ts';
import { useZone } from '../../../../ui/zone.tsx';
import { usePuede } from '../../../session.ts';
import type { useConteo } from '../audiencia/useConteo.ts';
import { personas } from '../palabras.ts';
import { useSinServidor } from '../SinServidor.tsx';
import { NoEnviada } from './NoEnviada.tsx';
import { useLaunch } from './useLaunch.ts';

type Props = {
  campana: Campana;
  version: () => number;
  /** Brings what someone else saved meanwhile. */
  reload: () => void;
  count: ReturnType<typeof useConteo>;
  /** Something found in the review stops it. */
  impide: boolean;
};

/** The decision: now or at an hour, with the number of people in sight and what cannot be undone. */
export function Enviar({ campana, version, reload, count, impide }: Props) {
  const puede = usePuede();
  const local = useSinServidor();
  const zone = useZone();
  const [cuando, setCuando] = useState<'ahora' | 'despues'>('ahora');
  const [instante, setInstante] = useState<string>();
  const [sinHora, setSinHora] = useState<string>();
  const launch = useLaunch(campana, version, count);
  const n = count.conteo?.destinatarios ?? 0;
  if (!puede('emails:enviar')) {
    return (
      <Text c="dimmed">
        Queda guardada como borrador. La envía alguien con permiso para enviar correos.
      </Text>
    );
  }
  const despues = cuando === 'despues';

  async function go() {
    if (despues && (!instante || Date.parse(instante) <= Date.now())) {
      setSinHora(instante ? 'Elige una hora que aún no haya pasado.' : 'Elige el día y la hora.');
      return;
    }
    setSinHora(undefined);
    const at = despues ? instante : undefined;
    if (await preguntar({ n, at: at && formatInstant(at, zone, 'diaHora'), local })) {
      launch.go(n, at);
    }
  }

  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label="Cuándo"
        value={cuando}
        onChange={(value) => setCuando(value === 'despues' ? 'despues' : 'ahora')}
        data={[
          { value: 'ahora', label: 'Ahora' },
          { value: 'despues', label: 'Programar' },
        ]}
      />
      {despues && (
        <DateTimeInput
          label="Sale el"
          description={`Con la hora de la escuela (${zone.split('/').at(-1)?.replaceAll('_', ' ')}).`}
          zone={zone}
          required
          value={instante}
          onChange={(value) => {
            setInstante(value);
            setSinHora(undefined);
          }}
          error={sinHora}
        />
      )}
      <List size="sm" spacing={4} c="dimmed">
        {avisosDe(despues, local).map((aviso) => (
          <List.Item key={aviso}>{aviso}</List.Item>
        ))}
      </List>
      {launch.problem && <NoEnviada problem={launch.problem} onReload={reload} />}
      {impide && (
        <Text size="sm" c="red">
          Corrige lo que impide enviar en la revisión y vuelve aquí.
        </Text>
      )}
      {!impide && n === 0 && count.conteo && (
        <Text size="sm" c="red">
          No hay a quién enviarla: nadie de estas personas puede recibirla.
        </Text>
      )}
      <Group>
        <Button
          disabled={impide || n === 0 || count.viejo}
          loading={launch.pending}
          leftSection={
            despues ? (
              <IconCalendarClock size={18} aria-hidden />
            ) : (
              <IconSend size={18} aria-hidden />
            )
          }
          onClick={() => void go()}
        >
          {despues ? 'Programar' : 'Enviar ahora'}
          {n > 0 && ` ${despues ? 'para' : 'a'} ${personas(n)}`}
        </Button>
      </Group>
    </Stack>
  );
}

/** What whoever sends must know before. */
function avisosDe(despues: boolean, local: boolean): string[] {
  const kept =
    'No hay un servidor de correo: los mensajes quedarán guardados aquí, sin enviarse a nadie.';
  return [
    ...(local ? [kept] : ['Un correo que ya salió no se puede traer de vuelta.']),
    'Mientras sale puedes pausarla o cancelar lo que falte.',
    despues
      ? 'A quién llega se decide a la hora de salir: si antes alguien se suma o se da de baja, cuenta.'
      : 'Desde que empieza, el mensaje y la lista de personas ya no cambian.',
  ];
}

function preguntar({ n, at, local }: { n: number; at: string | undefined; local: boolean }) {
  const one = n === 1;
  const who = personas(n);
  const kept = local
    ? 'No hay un servidor de correo: se guardará aquí y no le llegará a nadie.'
    : 'Lo que salga no se puede deshacer.';
  if (at) {
    return confirmAction({
      title: `¿Programar para ${who}?`,
      body: `Saldrá el ${at}. Hasta entonces puedes cancelarlo y volver a editar. ${local ? kept : ''}`,
      confirm: 'Programar',
    });
  }
  return confirmAction({
    title: `¿Enviar ahora a ${who}?`,
    body: `Se preparará ${one ? 'un correo' : `un correo para cada una de las ${who}`} y empezará a salir. ${kept}`,
    confirm: `Enviar a ${who}`,
  });
}
