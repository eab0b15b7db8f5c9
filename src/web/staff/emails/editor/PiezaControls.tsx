import { RichTextEditor } from '@mantine/tiptap';
import { IconBraces, IconPhoto, IconRectangle } from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { BotonModal } from './BotonModal.tsx';
import classes from './editor.module.css';
import { ImagenModal } from './ImagenModal.tsx';
import { insertPieza } from './insertPieza.ts';
import { VariableMenu } from './VariableMenu.tsx';
import { written } from './variables.ts';
import { useVariables } from './variablesContext.ts';

type Props = { editor: Editor };

export function BotonControl({ editor }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <RichTextEditor.Control
        aria-label="Botón"
        title="Botón"
        className={classes.conPalabra}
        onClick={() => setOpened(true)}
      >
        <IconRectangle size={16} stroke={1.5} aria-hidden />
        Botón
      </RichTextEditor.Control>
      <BotonModal
        opened={opened}
        onClose={() => setOpened(false)}
        onSave={(attrs) => {
          setOpened(false);
          insertPieza(editor, { type: 'boton', attrs });
        }}
      />
    </>
  );
}

export function ImagenControl({ editor }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <RichTextEditor.Control aria-label="Imagen" title="Imagen" onClick={() => setOpened(true)}>
        <IconPhoto size={16} stroke={1.5} aria-hidden />
      </RichTextEditor.Control>
      <ImagenModal
        opened={opened}
        onClose={() => setOpened(false)}
        onSave={(attrs) => {
          setOpened(false);
          insertPieza(editor, { type: 'imagen', attrs });
        }}
      />
    </>
  );
}

export function VariableControl({ editor }: Props) {
  const variables = useVariables();
  return (
    <VariableMenu
      variables={variables}
      onPick={(nombre) =>
        editor
          .chain()
          .focus()
          .insertContent({ type: 'variable', attrs: { texto: written(nombre) } })
          .run()
      }
    >
      {(button) => (
        <RichTextEditor.Control
          aria-label="Insertar variable: Mensaje"
          title="Insertar variable"
          className={classes.conPalabra}
          {...button}
        >
          <IconBraces size={16} stroke={1.5} aria-hidden />
          Variable
        </RichTextEditor.Control>
      )}
    </VariableMenu>
  );
}
