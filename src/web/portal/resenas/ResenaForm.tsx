import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { createResenaPorEnlace, MiResena } from '#contract/resenas.ts';
import { ApiError, call } from '../../api/client.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { StarsInput } from '../../ui/StarsInput.tsx';
import { write } from '../endpoints.ts';
import { forgetDraft, readDraft, useKeepDraft } from '../form/draft.ts';

const put = write<typeof createResenaPorEnlace>('PUT', '/api/publico/resenas/:token');

type Props = {
  token: string;
  resena: MiResena['resena'];
  onDone: (mine: MiResena) => void;
  onCancel?: (() => void) | undefined;
};

/** Stars and, if one likes, words; what is typed outlives a lost connection and a reload. */
export function ResenaForm({ token, resena, onDone, onCancel }: Props) {
  const key = `resena ${token}`;
  const [draft, setDraft] = useState(() =>
    readDraft(key, { estrellas: resena?.estrellas ?? 0, comentario: resena?.comentario ?? '' }),
  );
  useKeepDraft(key, draft);
  const [missing, setMissing] = useState(false);
  const send = useMutation({
    mutationFn: () => call(put, { params: { token }, body: draft }),
    onSuccess: (mine) => {
      forgetDraft(key);
      onDone(mine);
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(draft.estrellas === 0);
    if (draft.estrellas > 0 && !send.isPending) send.mutate();
  }

  const problem = (campo: string) =>
    send.error instanceof ApiError
      ? send.error.fields.find((field) => field.campo === campo)?.mensaje
      : undefined;
  const ofStars = missing ? 'Elige de 1 a 5 estrellas.' : problem('estrellas');
  const ofText = problem('comentario');
  return (
    <form noValidate onSubmit={submit} aria-label="Tu reseña">
      <Stack gap="lg">
        <StarsInput
          label="¿Cuántas estrellas le das?"
          value={draft.estrellas || undefined}
          onChange={(estrellas) => {
            setMissing(false);
            setDraft({ ...draft, estrellas });
          }}
          error={ofStars}
        />
        <Textarea
          label="Cuéntanos más"
          description="Opcional. ¿Qué te gustó? ¿Qué mejorarías?"
          size="md"
          rows={5}
          maxLength={2000}
          value={draft.comentario}
          onChange={(event) => setDraft({ ...draft, comentario: event.currentTarget.value })}
          error={ofText}
        />
        {send.isError && !ofStars && !ofText && <ErrorState error={send.error} />}
        <Group>
          <Button type="submit" size="md" loading={send.isPending}>
            {resena ? 'Guardar los cambios' : 'Enviar mi reseña'}
          </Button>
          {onCancel && (
            <Button
              variant="subtle"
              size="md"
              onClick={() => {
                forgetDraft(key);
                onCancel();
              }}
            >
              Dejarla como está
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
