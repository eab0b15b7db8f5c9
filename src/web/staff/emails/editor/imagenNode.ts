import { Node } from '@tiptap/core';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { imagenUrl } from '#contract/archivos.ts';
import { ImagenView } from './ImagenView.tsx';

const STORED = /\/api\/(?:publico\/)?archivos\/([0-9a-f-]{36})$/;

const idOf = (src: string | null) => (src ? STORED.exec(src)?.[1] : undefined);

/** An uploaded image on a line of its own. Those of other sites are not taken over. */
export const ImagenNode = Node.create({
  name: 'imagen',
  group: 'block',
  atom: true,
  draggable: true,

  addAttributes: () => ({
    id: {
      default: '',
      parseHTML: (element) => idOf(element.getAttribute('src')) ?? '',
      renderHTML: ({ id }) => ({ src: imagenUrl(String(id)) }),
    },
    alt: { default: '' },
    ancho: {
      default: '100',
      parseHTML: (element) => (element.dataset.ancho === '50' ? '50' : '100'),
      renderHTML: ({ ancho }) => ({ 'data-ancho': ancho }),
    },
  }),
  parseHTML: () => [
    { tag: 'img', getAttrs: (element) => (idOf(element.getAttribute('src')) ? null : false) },
  ],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
  addNodeView: () => ReactNodeViewRenderer(ImagenView),
});
