import StarterKit from '@tiptap/starter-kit';
import { BotonNode } from './botonNode.ts';
import { ImagenNode } from './imagenNode.ts';
import { Piezas } from './piezas.ts';
import { VariableNode } from './variableNode.ts';

/** All that a message may hold. */
export const extensiones = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    code: false,
    codeBlock: false,
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      protocols: ['https', 'mailto'],
      HTMLAttributes: { target: null, rel: null },
    },
  }),
  BotonNode,
  ImagenNode,
  VariableNode,
  Piezas,
];
