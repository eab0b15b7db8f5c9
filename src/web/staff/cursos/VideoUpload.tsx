import { Alert, Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconUpload, IconVideo } from '@tabler/icons-react';
import type { VideoSubida } from './useVideoUpload.ts';
import { sizeText } from './videoFile.ts';

type Props = {
  subida: VideoSubida;
  /** The name of the stored file, when there is one. */
  nombre: string | undefined;
};

/** Chooses a video and sends it at once, with its progress and a way to stop. */
export function VideoUpload({ subida, nombre }: Props) {
  const { state, choose, cancel } = subida;
  if (state.step === 'sending') {
    const percent = Math.round(state.part * 100);
    return (
      <Stack gap="xs">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          Subiendo «{state.nombre}» ({sizeText(state.bytes)})
        </Text>
        <Progress.Root size="lg">
          <Progress.Section value={percent} aria-label={`Subiendo ${state.nombre}`} />
        </Progress.Root>
        <Group justify="space-between">
          <Text size="sm" c="dimmed" className="tabular">
            {percent < 100 ? `${percent} %` : 'Guardando…'}
          </Text>
          <Button variant="default" onClick={cancel}>
            Cancelar la subida
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Stack gap="xs" align="flex-start">
      {nombre && (
        <Group gap="xs" wrap="nowrap">
          <IconVideo size={20} aria-hidden style={{ flexShrink: 0 }} />
          <Text style={{ overflowWrap: 'anywhere' }}>{nombre}</Text>
        </Group>
      )}
      <FileButton onChange={choose} accept="video/mp4,video/webm,.mp4,.m4v,.webm">
        {(props) => (
          <Button {...props} variant="default" leftSection={<IconUpload size={18} aria-hidden />}>
            {nombre ? 'Cambiar video' : 'Elegir video'}
          </Button>
        )}
      </FileButton>
      {state.step === 'failed' && (
        <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />}>
          {state.why}
        </Alert>
      )}
    </Stack>
  );
}
