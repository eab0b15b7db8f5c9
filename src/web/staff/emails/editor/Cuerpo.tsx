import '@mantine/tiptap/styles.css';
import { RichTextEditor } from '@mantine/tiptap';
import { IconSeparatorHorizontal } from '@tabler/icons-react';
import { useEditor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { useToolbarKeys } from '../../../ui/form/useToolbarKeys.ts';
import { EnlaceControl } from './EnlaceControl.tsx';
import classes from './editor.module.css';
import { extensiones } from './extensiones.ts';
import { BotonControl, ImagenControl, VariableControl } from './PiezaControls.tsx';
import { withPlainVariables } from './variableNode.ts';

export type CuerpoProps = {
  value: string;
  onChange: (html: string) => void;
  /** Of the field in the form: its error takes the focus here. */
  path: string | undefined;
  errorId: string | undefined;
};

const labels = {
  boldControlLabel: 'Negrita',
  italicControlLabel: 'Cursiva',
  h2ControlLabel: 'Título',
  h3ControlLabel: 'Subtítulo',
  bulletListControlLabel: 'Lista',
  orderedListControlLabel: 'Lista numerada',
  blockquoteControlLabel: 'Cita',
  hrControlLabel: 'Línea de separación',
  undoControlLabel: 'Deshacer',
  redoControlLabel: 'Rehacer',
};

const Linea = () => <IconSeparatorHorizontal size={16} stroke={1.5} aria-hidden />;

// The editor keeps an empty line after a last piece, to write on.
const LAST_EMPTY = /(<p><\/p>)+$/;

/** The editor of messages itself, apart because it weighs. */
export default function Cuerpo({ value, onChange, path, errorId }: CuerpoProps) {
  const toolbar = useToolbarKeys();
  const told = useRef(value);
  const editor = useEditor({
    extensions: extensiones,
    content: value,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': 'Mensaje',
        ...(path ? { 'data-path': path } : {}),
        ...(errorId ? { 'aria-invalid': 'true', 'aria-describedby': errorId } : {}),
      },
    },
    onUpdate: ({ editor: changed }) => {
      told.current = changed.isEmpty
        ? ''
        : withPlainVariables(changed.getHTML()).replace(LAST_EMPTY, '');
      onChange(told.current);
    },
  });

  // Another text came from outside: a starter, an earlier version, what someone else saved.
  useEffect(() => {
    if (!editor || value === told.current) return;
    told.current = value;
    editor.commands.setContent(value, { emitUpdate: false });
  }, [editor, value]);

  return (
    <RichTextEditor
      editor={editor}
      labels={labels}
      className={classes.cuerpo}
      data-error={errorId ? true : undefined}
    >
      <RichTextEditor.Toolbar
        role="toolbar"
        aria-label="Formato del mensaje"
        className={classes.toolbar}
        {...toolbar}
      >
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Bold />
          <RichTextEditor.Italic />
          {editor && <EnlaceControl editor={editor} />}
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.H2 />
          <RichTextEditor.H3 />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.BulletList />
          <RichTextEditor.OrderedList />
          <RichTextEditor.Blockquote />
          <RichTextEditor.Hr icon={Linea} />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Undo />
          <RichTextEditor.Redo />
        </RichTextEditor.ControlsGroup>
        {editor && (
          <RichTextEditor.ControlsGroup>
            <ImagenControl editor={editor} />
            <BotonControl editor={editor} />
            <VariableControl editor={editor} />
          </RichTextEditor.ControlsGroup>
        )}
      </RichTextEditor.Toolbar>
      <RichTextEditor.Content />
    </RichTextEditor>
  );
}
