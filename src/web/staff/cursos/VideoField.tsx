import { Box, Input, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import type { Video } from '#contract/cursos.ts';
import { VideoPlayer } from '../../ui/VideoPlayer.tsx';
import type { Fuente } from './leccionForm.ts';
import type { VideoSubida } from './useVideoUpload.ts';
import { VideoUpload } from './VideoUpload.tsx';

type Props = {
  fuente: Fuente;
  onFuente: (fuente: Fuente) => void;
  /** Of the text field of the link. */
  enlace: GetInputPropsReturnType;
  subida: VideoSubida;
  archivo: { nombre: string | undefined; error: ReactNode };
  /** The video as the student will see it. */
  video: Pick<Video, 'modo' | 'url'> | null;
  titulo: string;
};

const fuentes: { value: Fuente; label: string }[] = [
  { value: 'ENLACE', label: 'Enlace' },
  { value: 'ARCHIVO', label: 'Archivo' },
  { value: 'NINGUNO', label: 'Sin video' },
];

/** The video of a lesson: a link, a file, or none; and how it will be seen. */
export function VideoField(props: Props) {
  const { fuente, onFuente, enlace, subida, archivo, video, titulo } = props;
  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label="De dónde viene el video"
        data={fuentes}
        value={fuente}
        onChange={(value) => onFuente(value as Fuente)}
        disabled={subida.sending}
        w="100%"
        maw={360}
      />
      {fuente === 'ENLACE' && (
        <TextInput
          label="Enlace del video"
          description="De YouTube, de Vimeo o de un archivo .mp4 o .webm. Así como lo copias del navegador."
          placeholder="https://"
          inputMode="url"
          autoComplete="off"
          {...enlace}
        />
      )}
      {fuente === 'ARCHIVO' && (
        <Input.Wrapper
          label="Archivo del video"
          labelElement="div"
          description="MP4 o WebM, hasta 512 MB. Queda guardado aquí y solo lo ven los alumnos."
          error={archivo.error}
        >
          <Box mt="xs">
            <VideoUpload subida={subida} nombre={archivo.nombre} />
          </Box>
        </Input.Wrapper>
      )}
      {video && fuente !== 'NINGUNO' && !subida.sending && (
        <Box maw={640}>
          <Text size="sm" c="dimmed" mb={6}>
            Así lo verá el alumno
          </Text>
          <VideoPlayer key={video.url} video={video} title={titulo || 'lección nueva'} />
        </Box>
      )}
    </Stack>
  );
}
