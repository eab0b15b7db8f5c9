import { Button, Group, Popover } from '@mantine/core';
import { RichTextEditor } from '@mantine/tiptap';
import { IconLink } from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useState } from 'react';
import { DestinoInput } from './DestinoInput.tsx';
import { readDestino } from './readDestino.ts';

/** Makes the chosen words a link, or changes the one where the cursor stands. */
export function EnlaceControl({ editor }: { editor: Editor }) {
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
    const href = readDestino(text);
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
        <DestinoInput
          value={text}
          onChange={setText}
          wrong={wrong}
          autoFocus
          onKeyDown={(event: KeyboardEvent) => {
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
