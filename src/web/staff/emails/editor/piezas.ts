import { Extension } from '@tiptap/core';
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state';

/** A piece that was chosen by a click is not replaced by what is typed next: that goes on a line after it. */
export const Piezas = Extension.create({
  name: 'piezas',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleTextInput({ state, dispatch }, _from, _to, text) {
          const { selection, schema, tr } = state;
          const { paragraph } = schema.nodes;
          if (!(selection instanceof NodeSelection && selection.node.isBlock && paragraph)) {
            return false;
          }
          tr.insert(selection.to, paragraph.create(null, schema.text(text)));
          tr.setSelection(TextSelection.create(tr.doc, selection.to + 1 + text.length));
          dispatch(tr.scrollIntoView());
          return true;
        },
      },
    }),
  ],
});
