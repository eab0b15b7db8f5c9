import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';

/** For a code that the camera cannot read: what stands below it is typed. */
export function CodigoEscrito(props: { busy: boolean; onSend: (codigo: string) => void }) {
  const [text, setText] = useState('');
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!text.trim() || props.busy) return;
    props.onSend(text.trim());
    setText('');
  }
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          label="O escribe el código"
          placeholder="ABCD-2345.12.1"
          autoCapitalize="characters"
          autoComplete="off"
          maxLength={300}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          style={{ flex: 1 }}
        />
        <Button type="submit" variant="default" disabled={!text.trim()} loading={props.busy}>
          Registrar
        </Button>
      </Group>
    </form>
  );
}
