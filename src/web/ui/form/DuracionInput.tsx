import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { formatReloj, parseDuracion } from '#contract/duracion.ts';

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> & {
  /** Whole seconds. */
  value?: number | null | undefined;
  onChange?: (value: number | null | undefined) => void;
};

/**
 * A length typed as people type it (`12:30`, `1 h 5 min`), shown as a player does when left. Text that is
 * none gives `NaN`, which no schema takes, so that it is not saved as nothing.
 */
export function DuracionInput({ value, onChange, onBlur, error, ...props }: Props) {
  const [draft, setDraft] = useState<string>();
  const unread = draft !== undefined && draft.trim() !== '' && parseDuracion(draft) === undefined;
  const known = typeof value === 'number' && !Number.isNaN(value);
  return (
    <TextInput
      autoComplete="off"
      placeholder="12:30"
      {...props}
      className="tabular"
      error={unread ? 'Escribe la duración como 12:30, 12 min o 1 h 5 min.' : error}
      value={draft ?? (known ? formatReloj(value) : '')}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setDraft(text);
        onChange?.(text.trim() === '' ? null : (parseDuracion(text) ?? Number.NaN));
      }}
      onBlur={(event) => {
        if (!unread) setDraft(undefined);
        onBlur?.(event);
      }}
    />
  );
}
