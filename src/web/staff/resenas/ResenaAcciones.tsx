import { Button, Group } from '@mantine/core';
import { IconCheck, IconMessage2, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { listResenas, moderateResena, type Resena } from '#contract/resenas.ts';
import { useMutate } from '../../api/queries.ts';
import { RechazarModal } from './RechazarModal.tsx';

type Props = { resena: Resena; onReply: () => void };

/** Publish, reject, answer: what the server says may be done now. */
export function ResenaAcciones({ resena, onReply }: Props) {
  const { id, version, puede, respuesta } = resena;
  const client = useQueryClient();
  const [rejecting, setRejecting] = useState(false);
  const publicar = useMutate(moderateResena, { done: 'Reseña publicada.' });
  if (!puede.publicar && !puede.rechazar && !puede.responder) return null;

  function publish() {
    publicar.mutate(
      { params: { id }, body: { estado: 'PUBLICADA', version } },
      // Someone changed it meanwhile: show it as it is now.
      { onError: () => void client.invalidateQueries({ queryKey: [listResenas.path] }) },
    );
  }

  return (
    <Group gap="xs" mt="sm">
      {puede.publicar && (
        <Button
          variant={resena.estado === 'PENDIENTE' ? 'filled' : 'default'}
          leftSection={<IconCheck size={18} aria-hidden />}
          loading={publicar.isPending}
          onClick={publish}
        >
          Publicar
        </Button>
      )}
      {puede.rechazar && (
        <Button
          variant="default"
          leftSection={<IconX size={18} aria-hidden />}
          onClick={() => setRejecting(true)}
        >
          {resena.estado === 'PUBLICADA' ? 'Dejar de publicar' : 'Rechazar'}
        </Button>
      )}
      {puede.responder && (
        <Button
          variant="subtle"
          leftSection={<IconMessage2 size={18} aria-hidden />}
          onClick={onReply}
        >
          {respuesta ? 'Cambiar la respuesta' : 'Responder'}
        </Button>
      )}
      <RechazarModal resena={resena} opened={rejecting} onClose={() => setRejecting(false)} />
    </Group>
  );
}
