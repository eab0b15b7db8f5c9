import { Checkbox, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import type { z } from 'zod';
import { type Leccion, leccionCampos } from '#contract/cursos.ts';
import { readEnlace, videoDe } from '#contract/video.ts';
import { DuracionInput } from '../../ui/form/DuracionInput.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { RichTextInput } from '../../ui/form/RichTextInput.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { Panel } from '../../ui/Panel.tsx';
import type { FormValues } from '../useVersions.ts';
import { fuenteDe, type LeccionDraft, withFuente } from './leccionForm.ts';
import { useVideoUpload } from './useVideoUpload.ts';
import { VideoField } from './VideoField.tsx';

type Props = {
  initial: LeccionDraft;
  /** The lesson as it is stored, when it is edited. */
  saved?: Leccion;
  send: (body: z.input<typeof leccionCampos>) => Promise<Leccion>;
  onDone: () => void;
  submitLabel: string;
  cancel: ReactNode;
  notice?: (form: FormValues) => ReactNode;
  explained?: boolean;
};

/** What a pasted link shows; undefined while it is none. */
function previewOf(typed: string) {
  const read = readEnlace(typed);
  return 'error' in read ? undefined : videoDe({ videoTipo: read.tipo, videoRef: read.ref }, '');
}

/** The form of a lesson, new or known. */
export function LeccionForm(props: Props) {
  const { initial, saved, send, onDone, submitLabel, cancel, notice, explained = false } = props;
  const [fuente, setFuente] = useState(() => (saved ? fuenteDe(initial) : 'ENLACE'));
  const form = useContractForm({
    schema: leccionCampos,
    initialValues: initial,
    send: (body) => send(withFuente(body, fuente)),
    onDone,
  });
  const { form: state, field } = form;
  const { values } = state;
  const subida = useVideoUpload(({ id, segundos }) => {
    state.setFieldValue('videoId', id);
    state.clearFieldError('videoId');
    if (segundos) state.setFieldValue('duracionSegundos', segundos);
  });
  const sent = subida.state.step === 'done' ? subida.state : undefined;
  const enlace = useMemo(() => previewOf(values.videoEnlace ?? ''), [values.videoEnlace]);
  const archivo = sent
    ? ({ modo: 'ARCHIVO', url: sent.preview } as const)
    : values.videoId === saved?.videoId
      ? saved?.video
      : undefined;
  return (
    <FormFrame
      form={{
        ...form,
        sending: form.sending || subida.sending,
        problem: explained ? undefined : form.problem,
      }}
      submitLabel={submitLabel}
      cancel={cancel}
    >
      {notice?.({
        get: (name) => (state.getValues() as Record<string, unknown>)[name],
        set: (name, value) => state.setFieldValue(name as keyof LeccionDraft, value as never),
      })}
      <Panel title="Lección">
        <Stack gap="md">
          <TextInput label="Título" required autoComplete="off" {...field('titulo')} />
          <Checkbox
            label="Muestra gratis"
            description="Cualquiera puede verla en la página del curso, sin comprarlo."
            {...field('gratuita', { type: 'checkbox' })}
          />
        </Stack>
      </Panel>
      <Panel title="Video">
        <Stack gap="md">
          <VideoField
            fuente={fuente}
            onFuente={setFuente}
            enlace={field('videoEnlace')}
            subida={subida}
            archivo={{
              nombre: sent?.nombre ?? saved?.videoNombre ?? undefined,
              error: field('videoId').error,
            }}
            video={(fuente === 'ARCHIVO' ? archivo : enlace) ?? null}
            titulo={values.titulo ?? ''}
          />
          <DuracionInput
            label="Duración"
            description="Como 12:30, 12 min o 1 h 5 min. Se ve en el temario del curso."
            maw={280}
            {...field('duracionSegundos')}
          />
        </Stack>
      </Panel>
      <Panel title="Texto de la lección">
        <RichTextInput
          aria-label="Texto de la lección"
          description="Materiales, pasos, enlaces: lo que conviene tener a mano mientras se ve el video."
          {...field('texto')}
        />
      </Panel>
    </FormFrame>
  );
}
