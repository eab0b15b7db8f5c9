import { mergeAttributes, Node } from '@tiptap/core';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { BotonView } from './BotonView.tsx';

export type Boton = { texto: string; href: string };

/** A link that looks like a button, on a line of its own: `<a data-boton href>Texto</a>`. */
export const BotonNode = Node.create({
  name: 'boton',
  group: 'block',
  atom: true,
  draggable: true,

  addAttributes: () => ({
    texto: { default: '', rendered: false, parseHTML: (element) => element.textContent?.trim() },
    href: { default: '' },
  }),
  // Before the mark of plain links, which would take it too.
  parseHTML: () => [{ tag: 'a[data-boton]', priority: 1100 }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'a',
    mergeAttributes(HTMLAttributes, { 'data-boton': '' }),
    String(node.attrs.texto),
  ],
  addNodeView: () => ReactNodeViewRenderer(BotonView),
});
