import { Button, Group, Popover, TextInput } from '@mantine/core';
import { RichTextEditor } from '@mantine/tiptap';
import { IconLink } from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import { type ComponentType, type KeyboardEvent, useState } from 'react';
import { readLink } from './readLink.ts';

/** The field in which the address is written. */
type Field = ComponentType<{
  value: string;
  onChange: (value: string) => void;
  wrong: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
}>;

type Props = {
  editor: Editor;
  /** The address that a text means; undefined when it is none. A web address or a mail unless told. */
  read?: (text: string) => string | undefined;
  field?: Field;
};

const AddressField: Field = ({ value, onChange, wrong, onKeyDown }) => (
  <TextInput
    label="Dirección del enlace"
    placeholder="https://…"
    inputMode="url"
    autoComplete="off"
    data-autofocus
    error={wrong && 'Escribe una dirección que empiece con https://, o un correo.'}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
    onKeyDown={onKeyDown}
  />
);

/** Makes the chosen words a link, or changes the one where the cursor stands. */
export function LinkControl({ editor, read = readLink, field: Field = AddressField }: Props) {
  const [opened, setOpened] = useState(false);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const { active, empty } = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      active: now.isActive('link'),
      empty: now.state.selection.empty,
    }),
  });

  function open() {
    const { href } = editor.getAttributes('link');
    setText(typeof href === 'string' ? href : '');
    setWrong(false);
    setOpened(true);
  }

  function save() {
    const href = read(text);
    setWrong(!href);
    if (!href) return;
    setOpened(false);
    const chain = editor.chain().focus().extendMarkRange('link');
    if (empty && !active) {
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] });
    } else chain.setLink({ href });
    chain.run();
  }

  function remove() {
    setOpened(false);
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
  }

  return (
    <Popover opened={opened} onChange={setOpened} trapFocus shadow="md" width={340}>
      <Popover.Target>
        <RichTextEditor.Control
          aria-label="Enlace"
          title="Enlace"
          active={active}
          onClick={() => (opened ? setOpened(false) : open())}
        >
          <IconLink size={16} stroke={1.5} aria-hidden />
        </RichTextEditor.Control>
      </Popover.Target>
      <Popover.Dropdown aria-label="Enlace">
        <Field
          value={text}
          onChange={setText}
          wrong={wrong}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // The form around it must not be sent.
            event.preventDefault();
            save();
          }}
        />
        <Group justify="flex-end" gap="xs" mt="sm">
          {active && (
            <Button variant="subtle" color="red" onClick={remove}>
              Quitar enlace
            </Button>
          )}
          <Button onClick={save}>Poner enlace</Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
