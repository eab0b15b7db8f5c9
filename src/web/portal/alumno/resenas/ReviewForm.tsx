import { Button, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { MiResena, writeMiResena } from '#contract/resenas.ts';
import { StarsInput } from '../../../ui/StarsInput.tsx';
import { write } from '../../endpoints.ts';
import { forgetDraft, readDraft, useKeepDraft } from '../../form/draft.ts';
import { misResenasQuery } from '../alumno.api.ts';
import { Failure } from '../Failure.tsx';
import classes from '../mi.module.css';
import { fieldProblem, useSend } from '../useSend.ts';
import resenaClasses from './resena.module.css';

const put = write<typeof writeMiResena>('PUT', '/api/portal/resenas');

type Props = { item: MiResena; onDone: () => void; onCancel: () => void };

/** Stars and, if one likes, words. What is typed outlives a lost connection or session. */
export function ReviewForm({ item: { de, resena }, onDone, onCancel }: Props) {
  const client = useQueryClient();
  const key = `resena ${de.tipo} ${de.id}`;
  const [draft, setDraft] = useState(() =>
    readDraft(key, {
      estrellas: resena?.estrellas ?? 0,
      comentario: resena?.comentario ?? '',
    }),
  );
  useKeepDraft(key, draft);
  const [missing, setMissing] = useState(false);
  const enviar = useSend(put, async () => {
    forgetDraft(key);
    await client.invalidateQueries(misResenasQuery);
    onDone();
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(draft.estrellas === 0);
    if (draft.estrellas === 0 || enviar.isPending) return;
    enviar.mutate({ body: { tipo: de.tipo, id: de.id, ...draft } });
  }

  const starsProblem = missing
    ? 'Elige de 1 a 5 estrellas.'
    : fieldProblem(enviar.error, 'estrellas');
  const textProblem = fieldProblem(enviar.error, 'comentario');
  return (
    <form noValidate onSubmit={submit} aria-label={`Reseña de ${de.titulo}`}>
      <div className={resenaClasses.form}>
        <StarsInput
          label="¿Cuántas estrellas le das?"
          value={draft.estrellas || undefined}
          onChange={(estrellas) => {
            setMissing(false);
            setDraft({ ...draft, estrellas });
          }}
          error={starsProblem}
        />
        <Textarea
          label="Cuenta qué te pareció"
          description="Opcional. Se publica con tu nombre y la inicial de tu apellido."
          size="md"
          rows={5}
          maxLength={2000}
          value={draft.comentario}
          onChange={(event) => setDraft({ ...draft, comentario: event.currentTarget.value })}
          error={textProblem}
        />
        {!starsProblem && !textProblem && <Failure error={enviar.error} />}
        <div className={classes.foot}>
          <Button
            variant="subtle"
            onClick={() => {
              forgetDraft(key);
              onCancel();
            }}
          >
            Cancelar
          </Button>
          <Button type="submit" loading={enviar.isPending}>
            Enviar mi reseña
          </Button>
        </div>
      </div>
    </form>
  );
}
