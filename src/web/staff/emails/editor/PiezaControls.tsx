import { RichTextEditor } from '@mantine/tiptap';
import { IconBraces, IconPhoto, IconRectangle } from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { BotonModal } from './BotonModal.tsx';
import { ImagenModal } from './ImagenModal.tsx';
import { VariableMenu } from './VariableMenu.tsx';
import { written } from './variables.ts';
import { useVariables } from './variablesContext.ts';

type Props = { editor: Editor };

export function BotonControl({ editor }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <RichTextEditor.Control aria-label="Botón" title="Botón" onClick={() => setOpened(true)}>
        <IconRectangle size={16} stroke={1.5} aria-hidden />
      </RichTextEditor.Control>
      <BotonModal
        opened={opened}
        onClose={() => setOpened(false)}
        onSave={(attrs) => {
          setOpened(false);
          editor.chain().focus().insertContent({ type: 'boton', attrs }).run();
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
          editor.chain().focus().insertContent({ type: 'imagen', attrs }).run();
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
      {(toggle) => (
        <RichTextEditor.Control
          aria-label="Insertar variable: Mensaje"
          title="Insertar variable"
          onClick={toggle}
          w="auto"
          px={8}
        >
          <IconBraces size={16} stroke={1.5} aria-hidden />
          <span style={{ marginLeft: 6 }}>Variable</span>
        </RichTextEditor.Control>
      )}
    </VariableMenu>
  );
}
