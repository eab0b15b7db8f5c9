import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { MiResena } from '#contract/resenas.ts';
import { ApiError } from '../../api/client.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { StarsInput } from '../../ui/StarsInput.tsx';
import { forgetDraft, readDraft, useKeepDraft } from '../form/draft.ts';

type ResenaDraft = { estrellas: number; comentario: string };

type Props = {
  /** Under which what is typed is kept. */
  draftKey: string;
  label: string;
  resena: MiResena['resena'];
  send: (draft: ResenaDraft) => Promise<MiResena>;
  onDone: (mine: MiResena) => void;
  onCancel?: (() => void) | undefined;
};

/** Stars and, if one likes, words; what is typed outlives a lost connection and a reload. */
export function ResenaForm({ draftKey: key, label, resena, send, onDone, onCancel }: Props) {
  const [draft, setDraft] = useState(() =>
    readDraft<ResenaDraft>(key, {
      estrellas: resena?.estrellas ?? 0,
      comentario: resena?.comentario ?? '',
    }),
  );
  useKeepDraft(key, draft);
  const [missing, setMissing] = useState(false);
  const enviar = useMutation({
    mutationFn: () => send(draft),
    onSuccess: (mine) => {
      forgetDraft(key);
      onDone(mine);
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(draft.estrellas === 0);
    if (draft.estrellas > 0 && !enviar.isPending) enviar.mutate();
  }

  const problem = (campo: string) =>
    enviar.error instanceof ApiError
      ? enviar.error.fields.find((field) => field.campo === campo)?.mensaje
      : undefined;
  const ofStars = missing ? 'Elige de 1 a 5 estrellas.' : problem('estrellas');
  const ofText = problem('comentario');
  return (
    <form noValidate onSubmit={submit} aria-label={label}>
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
        {enviar.isError && !ofStars && !ofText && <ErrorState error={enviar.error} />}
        <Group>
          <Button type="submit" size="md" loading={enviar.isPending}>
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
