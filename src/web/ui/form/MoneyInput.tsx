import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { formatPesos, parsePesos } from '#contract/money.ts';

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> & {
  value?: number | undefined;
  onChange?: (value: number | undefined) => void;
};

/** Whole pesos, typed as people type them (`25.000`, `25 mil`); shown as `$25.000` when left. */
export function MoneyInput({ value, onChange, onBlur, error, ...props }: Props) {
  // What is being typed; undefined while the field only shows its value.
  const [draft, setDraft] = useState<string>();
  const unread = draft !== undefined && draft.trim() !== '' && parsePesos(draft) === undefined;
  return (
    <TextInput
      inputMode="numeric"
      autoComplete="off"
      placeholder="$0"
      {...props}
      className="tabular"
      error={error ?? (unread && 'Escribe un monto en pesos, como 25.000.')}
      value={draft ?? (value === undefined ? '' : formatPesos(value))}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setDraft(text);
        onChange?.(parsePesos(text));
      }}
      onBlur={(event) => {
        // Text that is no amount stays, with its error, to be corrected.
        if (!unread) setDraft(undefined);
        onBlur?.(event);
      }}
    />
  );
}
