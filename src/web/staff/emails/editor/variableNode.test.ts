import { getSchema } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import StarterKit from '@tiptap/starter-kit';
import { expect, test } from 'vitest';
import { drawVariables, VariableNode, withPlainVariables } from './variableNode.ts';

const schema = getSchema([StarterKit, VariableNode]);

function stateOf(...content: object[]) {
  const doc = schema.nodeFromJSON({ type: 'doc', content: [{ type: 'paragraph', content }] });
  return EditorState.create({ schema, doc });
}

test('draws the variables of a text, keeping what stands around them and their format', () => {
  const bold = [{ type: 'bold' }];
  const state = stateOf(
    { type: 'text', text: 'Hola {{ cliente.nombres }}, ven a ' },
    { type: 'text', text: '{{ taller.titulo }} en {{ taller.lugar }}', marks: bold },
  );
  const after = drawVariables(state)?.doc.toJSON();
  expect(after.content[0].content).toEqual([
    { type: 'text', text: 'Hola ' },
    { type: 'variable', attrs: { texto: '{{ cliente.nombres }}' } },
    { type: 'text', text: ', ven a ' },
    { type: 'variable', attrs: { texto: '{{ taller.titulo }}' }, marks: bold },
    { type: 'text', text: ' en ', marks: bold },
    { type: 'variable', attrs: { texto: '{{ taller.lugar }}' }, marks: bold },
  ]);
});

test('leaves a text without variables as it is', () => {
  expect(drawVariables(stateOf({ type: 'text', text: 'Hola {{ cliente.' }))).toBeNull();
});

test('a variable leaves the editor as the text that it was', () => {
  const html = '<p>Hola <span data-variable="">{{ cliente.nombres | default: "tú" }}</span>:</p>';
  expect(withPlainVariables(html)).toBe('<p>Hola {{ cliente.nombres | default: "tú" }}:</p>');
});
