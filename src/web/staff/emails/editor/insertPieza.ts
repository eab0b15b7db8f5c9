import { Selection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';

type Pieza = { type: 'boton' | 'imagen'; attrs: Record<string, string> };

/**
 * Puts a piece on a line of its own, after the paragraph or list where the cursor stands, or in place of an
 * empty paragraph; one goes on writing after it.
 */
export function insertPieza(editor: Editor, pieza: Pieza): void {
  const { $to, to } = editor.state.selection;
  const inBlock = $to.depth > 0;
  const end = inBlock ? $to.after(1) : to;
  const from = inBlock && $to.node(1).content.size === 0 ? $to.before(1) : end;
  editor.chain().focus().insertContentAt({ from, to: end }, pieza).run();
  // The line to go on may have come into being only now.
  editor.commands.command(({ tr }) => {
    const next = Selection.findFrom(tr.doc.resolve(from + 1), 1, true);
    if (next) tr.setSelection(next);
    return next !== null;
  });
}
