import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';

type Props = { label: string; text: string; multiline?: boolean };

/** A text ready to be pasted elsewhere; where the browser does not copy, it can be selected by hand. */
export function CopyText({ label, text, multiline = false }: Props) {
  const { copy, copied } = useClipboard({ timeout: 2500 });
  const input = {
    label,
    readOnly: true,
    value: text,
    onFocus: (event: React.FocusEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      event.currentTarget.select(),
  };
  return (
    <Group gap="xs" align="flex-end" wrap={multiline ? 'wrap' : 'nowrap'}>
      {multiline ? (
        <Textarea {...input} autosize minRows={3} maxRows={12} w="100%" />
      ) : (
        <TextInput {...input} style={{ flex: 1, minWidth: 0 }} />
      )}
      <Button
        variant="default"
        onClick={() => copy(text)}
        leftSection={
          copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
        }
      >
        <span role="status">{copied ? 'Copiado' : 'Copiar'}</span>
      </Button>
    </Group>
  );
}
