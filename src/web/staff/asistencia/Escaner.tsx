import { Button, Modal, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import classes from './asistencia.module.css';
import { CodigoEscrito } from './CodigoEscrito.tsx';
import { Fallo, Resultado } from './Resultado.tsx';
import { type CameraState, useCamera } from './useCamera.ts';
import { useEscaneo } from './useEscaneo.ts';

/** The same code stays before the camera for a while: it is not scanned again at once. */
const REST_MS = 4_000;

const problems: Record<Exclude<CameraState, 'OPENING' | 'ON'>, string> = {
  DENIED:
    'El teléfono no dejó usar la cámara. Permítela para esta página en los ajustes del navegador y vuelve a abrir el escáner.',
  NONE: 'Este equipo no tiene una cámara que se pueda usar. Escribe el código o busca a la persona en la lista.',
  INSECURE:
    'El navegador solo presta la cámara a páginas con https. Escanea el QR con la cámara del teléfono, o busca a la persona en la lista.',
  BUSY: 'Otra aplicación está usando la cámara. Ciérrala y vuelve a abrir el escáner.',
};

type Props = { tallerId: number; onClose: () => void };

/** Scans one code after another at the door of a workshop. */
export default function Escaner({ tallerId, onClose }: Props) {
  const { scan, undo } = useEscaneo();
  const last = useRef({ codigo: '', at: 0 });
  const [codigo, setCodigo] = useState('');
  // A choice is open: the camera waits for it.
  const asking = scan.data?.resultado === 'IMPAGA';

  function read(text: string) {
    const now = Date.now();
    const again = last.current.codigo === text && now - last.current.at < REST_MS;
    last.current = { codigo: text, at: again ? last.current.at : now };
    if (again || scan.isPending || undo.isPending || asking) return;
    last.current.at = now;
    send(text);
  }

  function send(text: string, aunqueDeba = false) {
    setCodigo(text);
    undo.reset();
    scan.mutate({ codigo: text, tallerId, aunqueDeba });
  }

  const { video, state } = useCamera(read);
  const { data } = scan;
  return (
    <Modal
      opened
      onClose={onClose}
      title="Escanear QR"
      fullScreen
      transitionProps={{ duration: 0 }}
    >
      <Stack maw={480} mx="auto" gap="md">
        {state === 'ON' || state === 'OPENING' ? (
          <div className={classes.viewer}>
            <video ref={video} className={classes.video} muted playsInline aria-hidden />
            <div className={classes.aim} aria-hidden />
          </div>
        ) : (
          <Text role="alert">{problems[state]}</Text>
        )}
        {state === 'ON' && !data && !scan.isError && (
          <Text ta="center" c="dimmed" role="status">
            {scan.isPending ? 'Registrando…' : 'Apunta al código de la persona. Se registra solo.'}
          </Text>
        )}
        {scan.isError && <Fallo error={scan.error} />}
        {undo.isError && <Fallo error={undo.error} />}
        {undo.isSuccess && !data && <Text role="status">La llegada quedó sin registrar.</Text>}
        {data && (
          <Resultado
            escaneo={data}
            busy={scan.isPending || undo.isPending}
            onAnyway={() => send(codigo, true)}
            onUndo={() => undo.mutate(data)}
          >
            {asking && (
              <Button
                size="md"
                variant="default"
                onClick={() => {
                  last.current.at = Date.now();
                  scan.reset();
                }}
              >
                Seguir escaneando
              </Button>
            )}
          </Resultado>
        )}
        <CodigoEscrito busy={scan.isPending} onSend={(text) => send(text)} />
      </Stack>
    </Modal>
  );
}
