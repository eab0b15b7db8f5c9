import type { NodeViewProps } from '@tiptap/react';
import { useState } from 'react';
import { imagenUrl } from '#contract/archivos.ts';
import classes from './editor.module.css';
import { ImagenModal } from './ImagenModal.tsx';
import { Pieza } from './Pieza.tsx';
import type { Imagen } from './pieza.ts';

export function ImagenView({ node, selected, updateAttributes, deleteNode }: NodeViewProps) {
  const [editing, setEditing] = useState(false);
  const imagen: Imagen = {
    id: String(node.attrs.id),
    alt: String(node.attrs.alt),
    ancho: node.attrs.ancho === '50' ? '50' : '100',
  };
  return (
    <Pieza noun="imagen" selected={selected} onEdit={() => setEditing(true)} onRemove={deleteNode}>
      <img
        src={imagenUrl(imagen.id)}
        alt={imagen.alt}
        className={classes.imagen}
        data-ancho={imagen.ancho}
      />
      <ImagenModal
        opened={editing}
        onClose={() => setEditing(false)}
        initial={imagen}
        onSave={(next) => {
          setEditing(false);
          updateAttributes(next);
        }}
      />
    </Pieza>
  );
}
