import { useQueryClient } from '@tanstack/react-query';
import type { MiResena, writeMiResena } from '#contract/resenas.ts';
import { write } from '../../endpoints.ts';
import { ResenaForm } from '../../resenas/ResenaForm.tsx';
import { misResenasQuery } from '../alumno.api.ts';
import { useSend } from '../useSend.ts';

const put = write<typeof writeMiResena>('PUT', '/api/portal/resenas');

type Props = { item: MiResena; onDone: () => void; onCancel: () => void };

/** My review of one thing. */
export function ReviewForm({ item: { de, resena }, onDone, onCancel }: Props) {
  const client = useQueryClient();
  const enviar = useSend(put, () => client.invalidateQueries(misResenasQuery));
  return (
    <ResenaForm
      draftKey={`resena ${de.tipo} ${de.id}`}
      label={`Reseña de ${de.titulo}`}
      resena={resena}
      send={(draft) => enviar.mutateAsync({ body: { tipo: de.tipo, id: de.id, ...draft } })}
      onDone={onDone}
      onCancel={onCancel}
    />
  );
}
