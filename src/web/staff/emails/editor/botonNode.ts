import { mergeAttributes, Node } from '@tiptap/core';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { BotonView } from './BotonView.tsx';

const BUTTON = 'a[data-boton]';

const linkOf = (element: HTMLElement) =>
  element.matches(BUTTON) ? element : element.querySelector(BUTTON);

const isAlone = (element: HTMLElement) =>
  element.childElementCount === 1 &&
  element.textContent === element.querySelector(BUTTON)?.textContent;

/** A link that looks like a button, on a line of its own: `<a data-boton href>Texto</a>`. */
export const BotonNode = Node.create({
  name: 'boton',
  group: 'block',
  atom: true,
  draggable: true,

  addAttributes: () => ({
    texto: { default: '', rendered: false, parseHTML: (element) => element.textContent?.trim() },
    href: {
      default: '',
      parseHTML: (element) => linkOf(element)?.getAttribute('href'),
    },
  }),
  // Before the mark of plain links, which would take it too; and with its paragraph, when it has one to itself.
  parseHTML: () => [
    { tag: 'a[data-boton]', priority: 1100 },
    { tag: 'p', priority: 1100, getAttrs: (element) => (isAlone(element) ? null : false) },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    'a',
    mergeAttributes(HTMLAttributes, { 'data-boton': '' }),
    String(node.attrs.texto),
  ],
  addNodeView: () => ReactNodeViewRenderer(BotonView),
});
