import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMemo } from 'react';
import { createResenaPorEnlace, type MiResena } from '#contract/resenas.ts';
import { call } from '../../api/client.ts';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { StarsInput } from '../../ui/StarsInput.tsx';
import { forgetDraft, readDraft, useKeepDraft } from '../form/draft.ts';
import { SubmitSummary } from '../form/SubmitSummary.tsx';

type Props = {
  token: string;
  resena: MiResena['resena'];
  onDone: (mine: MiResena) => void;
  onCancel?: (() => void) | undefined;
};

/** Stars and, if one likes, words; what is typed outlives a lost connection and a reload. */
export function ResenaForm({ token, resena, onDone, onCancel }: Props) {
  const key = `resena ${token}`;
  const { form, field, submit, sending, problem } = useContractForm({
    schema: createResenaPorEnlace.body,
    initialValues: withStars(
      readDraft(key, { estrellas: resena?.estrellas ?? 0, comentario: resena?.comentario ?? '' }),
    ),
    guard: false,
    send: (body) => call(createResenaPorEnlace, { params: { token }, body }),
    onDone: (mine) => {
      forgetDraft(key);
      onDone(mine);
    },
  });
  const { estrellas = 0, comentario } = form.values;
  useKeepDraft(
    key,
    useMemo(() => ({ estrellas, comentario: comentario ?? '' }), [estrellas, comentario]),
  );
  return (
    <form noValidate onSubmit={submit} aria-label="Tu reseña">
      <Stack gap="lg">
        <StarsInput label="¿Cuántas estrellas le das?" {...field('estrellas')} />
        <Textarea
          label="Cuéntanos más"
          description="Opcional. ¿Qué te gustó? ¿Qué mejorarías?"
          size="md"
          autosize
          minRows={4}
          maxRows={14}
          maxLength={2000}
          {...field('comentario')}
        />
        <div>
          <SubmitSummary problem={problem} errors={form.errors} />
          <Group>
            <Button type="submit" size="md" loading={sending}>
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
        </div>
      </Stack>
    </form>
  );
}

/** None chosen is no number of stars. */
function withStars({ estrellas, comentario }: { estrellas: number; comentario: string }) {
  return estrellas > 0 ? { estrellas, comentario } : { comentario };
}
