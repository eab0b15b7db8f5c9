import { ActionIcon } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { NodeViewWrapper } from '@tiptap/react';
import type { ReactNode } from 'react';
import classes from './editor.module.css';

type Props = {
  /** `botón`, `imagen`. */
  noun: string;
  selected: boolean;
  onEdit: () => void;
  onRemove: () => void;
  children: ReactNode;
};

/** A piece of a message that is changed as a whole; what one may do with it shows once it is chosen. */
export function Pieza({ noun, selected, onEdit, onRemove, children }: Props) {
  return (
    <NodeViewWrapper
      className={classes.pieza}
      data-selected={selected || undefined}
      onDoubleClick={onEdit}
    >
      {children}
      {selected && (
        <span className={classes.piezaAcciones} contentEditable={false}>
          <ActionIcon variant="default" aria-label={`Editar ${noun}`} onClick={onEdit}>
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="default" c="red" aria-label={`Quitar ${noun}`} onClick={onRemove}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </span>
      )}
    </NodeViewWrapper>
  );
}
