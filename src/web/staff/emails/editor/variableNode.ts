import { Node } from '@tiptap/core';
import type { Node as DocNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state';
import { drawn, piecesIn } from './variables.ts';

/**
 * A variable or an instruction within the text, drawn as one piece. It leaves the editor as the plain text it came as:
 * `{{ cliente.nombres }}`, whether it was chosen, typed or pasted.
 */
export const VariableNode = Node.create({
  name: 'variable',
  group: 'inline',
  inline: true,
  atom: true,
  // A click beside the text around it must not choose it, for the next key to replace it.
  selectable: false,

  addAttributes: () => ({
    texto: { default: '', rendered: false, parseHTML: (element) => element.textContent },
  }),
  parseHTML: () => [{ tag: 'span[data-variable]' }],
  renderHTML: ({ node }) => ['span', { 'data-variable': '' }, textOf(node)],
  renderText: ({ node }) => textOf(node),

  addNodeView:
    () =>
    ({ node }) => {
      const dom = document.createElement('span');
      dom.dataset.variable = textOf(node).startsWith('{%') ? 'instruccion' : 'valor';
      dom.title = textOf(node);
      dom.textContent = drawn(textOf(node));
      return { dom };
    },

  onCreate() {
    const change = drawVariables(this.editor.state);
    // It is no change of the person's: nothing to undo, nothing to save.
    if (change) {
      this.editor.view.dispatch(
        change.setMeta('addToHistory', false).setMeta('preventUpdate', true),
      );
    }
  },

  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (changes, _before, state) =>
        changes.some(({ docChanged }) => docChanged) ? drawVariables(state) : null,
    }),
  ],
});

const textOf = (node: DocNode) => String(node.attrs.texto);

/** The HTML of the editor with its variables as plain text again. */
export function withPlainVariables(html: string): string {
  return html.replaceAll(/<span data-variable="">([^<]*)<\/span>/g, '$1');
}

/** Makes one piece of each variable that still is plain text; null when there is none. */
export function drawVariables(state: EditorState): Transaction | null {
  const type = state.schema.nodes.variable;
  const change = state.tr;
  state.doc.descendants((node, pos) => {
    if (!type || !node.isText || !node.text) return;
    for (const { from, to, text } of piecesIn(node.text)) {
      change.replaceWith(
        change.mapping.map(pos + from),
        change.mapping.map(pos + to),
        type.create({ texto: text }, null, node.marks),
      );
    }
  });
  return change.docChanged ? change : null;
}
