import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { completeSeguimiento, type Interaccion } from '#contract/interacciones.ts';
import { useMutate } from '../../api/queries.ts';
import { porHacer } from './palabras.ts';

/** Marks what was agreed as done, with the way back at hand. */
export function useHecho() {
  const volver = useMutate(completeSeguimiento, { done: 'Vuelve a estar pendiente.' });
  const hacer = useMutate(completeSeguimiento, {
    onSuccess: (done) => notifyUndo(done, () => undo(done)),
  });
  const undo = ({ id }: Interaccion) => volver.mutate({ params: { id }, body: { hecho: false } });
  return {
    hacer: ({ id }: Interaccion) => hacer.mutate({ params: { id }, body: { hecho: true } }),
    volver: undo,
    /** The one on its way. */
    pending: hacer.isPending ? hacer.variables.params.id : undefined,
  };
}

function notifyUndo(done: Interaccion, undo: () => void) {
  const id = `hecho-${done.id}`;
  notifications.show({
    id,
    color: 'green',
    withBorder: true,
    // Long enough to be read, found and pressed.
    autoClose: 12_000,
    closeButtonProps: { 'aria-label': 'Cerrar aviso' },
    message: (
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <span>Hecho: {porHacer(done)}</span>
        <Button
          variant="light"
          size="compact-sm"
          style={{ flexShrink: 0 }}
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          Deshacer
        </Button>
      </Group>
    ),
  });
}
