import type { NodeViewProps } from '@tiptap/react';
import { useState } from 'react';
import { BotonModal } from './BotonModal.tsx';
import classes from './editor.module.css';
import { Pieza } from './Pieza.tsx';

export function BotonView({ node, selected, updateAttributes, deleteNode }: NodeViewProps) {
  const [editing, setEditing] = useState(false);
  const boton = { texto: String(node.attrs.texto), href: String(node.attrs.href) };
  return (
    <Pieza noun="botón" selected={selected} onEdit={() => setEditing(true)} onRemove={deleteNode}>
      <span className={classes.boton} title={boton.href}>
        {boton.texto}
      </span>
      <BotonModal
        opened={editing}
        onClose={() => setEditing(false)}
        initial={boton}
        onSave={(next) => {
          setEditing(false);
          updateAttributes(next);
        }}
      />
    </Pieza>
  );
}
