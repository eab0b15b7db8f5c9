import { Alert, Progress, Text } from '@mantine/core';
import { IconAlertTriangle, IconMailOff, IconPlayerPause } from '@tabler/icons-react';
import { useState } from 'react';
import type { Campana } from '#contract/campanas.ts';
import { getBandeja } from '#contract/emails.ts';
import { useEndpoint } from '../../../../api/queries.ts';
import { DateTime } from '../../../../ui/DateTime.tsx';
import { Panel } from '../../../../ui/Panel.tsx';
import { AvanceBar } from '../AvanceBar.tsx';
import { avance, cifra } from '../palabras.ts';
import { conMuestra, faltaEnPalabras, type Muestra, ritmo, ritmoEnPalabras } from '../ritmo.ts';
import { Estados } from './Estados.tsx';

type Props = { campana: Campana; leidaEn: number };

/** How far it went, at what pace, and what stops it. */
export function Avance({ campana, leidaEn }: Props) {
  const { estado, progreso, pausaMotivo } = campana;
  return (
    <Panel title="Avance">
      {estado === 'PAUSADA' && <EnPausa motivo={pausaMotivo} />}
      {estado === 'ENVIANDO' && <Atascado />}
      {estado === 'PREPARANDO' ? (
        <>
          <Progress value={100} size="lg" animated aria-hidden />
          <Text mt="xs" role="status" className="tabular">
            Se está armando la lista:{' '}
            {progreso.total === 1 ? 'va 1 mensaje' : `van ${cifra(progreso.total)} mensajes`}.
            Puedes cerrar esta página, sigue sola.
          </Text>
        </>
      ) : (
        <AvanceBar progreso={progreso} size="lg" />
      )}
      {estado === 'ENVIANDO' && <Ritmo campana={campana} leidaEn={leidaEn} />}
      {estado === 'COMPLETADA' && progreso.total === 0 && (
        <Text>Nadie de la lista podía recibirla: no salió ningún correo.</Text>
      )}
      {progreso.locales > 0 && <Guardados n={progreso.locales} />}
      <Estados id={campana.id} progreso={progreso} />
    </Panel>
  );
}

function EnPausa({ motivo }: { motivo: string | null }) {
  return (
    <Alert
      color="yellow"
      variant="light"
      mb="md"
      role="status"
      icon={motivo ? <IconAlertTriangle aria-hidden /> : <IconPlayerPause aria-hidden />}
      title={motivo ? 'Se puso en pausa sola' : 'En pausa'}
    >
      {motivo && (
        <Text size="sm" fw={600} mb={4}>
          {motivo}
        </Text>
      )}
      <Text size="sm">
        {motivo
          ? 'Corrige la causa y reanuda: sigue con quienes faltan. Nadie quedó fuera por esto.'
          : 'Alguien del equipo la detuvo. Al reanudar sigue con quienes faltan; nadie la recibe dos veces.'}
      </Text>
    </Alert>
  );
}

/** Mail as a whole does not leave: the server cannot be reached, or refuses us. */
function Atascado() {
  const { data } = useEndpoint(getBandeja, {}, { refetchInterval: 10_000 });
  if (!data?.problema) return null;
  return (
    <Alert
      color="yellow"
      variant="light"
      mb="md"
      icon={<IconAlertTriangle aria-hidden />}
      title="Los correos no están saliendo"
    >
      <Text size="sm" fw={600} mb={4}>
        {data.problema}
      </Text>
      <Text size="sm">Se sigue intentando: lo que falta queda en la cola.</Text>
    </Alert>
  );
}

function Guardados({ n }: { n: number }) {
  return (
    <Alert
      color="blue"
      variant="light"
      mt="md"
      icon={<IconMailOff aria-hidden />}
      title="Se guardaron aquí: no se envió a nadie"
    >
      <Text size="sm">
        {n === 1 ? 'Un mensaje se armó' : `${cifra(n)} mensajes se armaron`} mientras no había un
        servidor de correo. En el registro se ven completos; para enviarlos de verdad, configura el
        servidor y copia la campaña.
      </Text>
    </Alert>
  );
}

/** The pace since this page is open, and when it would end at that. */
function Ritmo({ campana, leidaEn }: Props) {
  const { hechos } = avance(campana.progreso);
  const [muestras, setMuestras] = useState<Muestra[]>([]);
  if (muestras.at(-1)?.en !== leidaEn) setMuestras(conMuestra(muestras, { en: leidaEn, hechos }));
  const pace = ritmo(muestras);
  const left = campana.progreso.enCola;
  if (!pace || left === 0) {
    return (
      <Text c="dimmed" size="sm" mt={4}>
        {left === 0 ? 'Está terminando.' : 'Midiendo la velocidad…'}
      </Text>
    );
  }
  const end = new Date(leidaEn + (left / pace) * 1000).toISOString();
  return (
    <Text size="sm" mt={4} className="tabular">
      {ritmoEnPalabras(pace)} · {left === 1 ? 'falta 1 correo' : `faltan ${cifra(left)} correos`},{' '}
      {faltaEnPalabras(left, pace)}: termina cerca de las <DateTime value={end} as="hora" />
    </Text>
  );
}
