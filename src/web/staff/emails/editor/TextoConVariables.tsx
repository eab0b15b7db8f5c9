import { ActionIcon, TextInput } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { Variable } from '#contract/plantillas.ts';
import { VariableMenu } from './VariableMenu.tsx';
import { written } from './variables.ts';

type Props = {
  label: string;
  description?: ReactNode;
  placeholder?: string;
  required?: boolean;
  maxLength?: number;
  autoFocus?: boolean;
  variables: readonly Variable[];
  value: string;
  onChange: (value: string) => void;
  error?: ReactNode;
  name?: string;
  'data-path'?: string | undefined;
  onKeyDown?: (event: KeyboardEvent) => void;
};

/** One line of text that may hold variables: a menu puts them where the caret stands. */
export function TextoConVariables(props: Props) {
  const { variables, value, onChange, autoFocus = false, ...input } = props;
  const ref = useRef<HTMLInputElement>(null);

  function insert(nombre: string) {
    const box = ref.current;
    const [from, to] = [box?.selectionStart ?? value.length, box?.selectionEnd ?? value.length];
    const piece = written(nombre);
    onChange(value.slice(0, from) + piece + value.slice(to));
    // The new value is in the box after the next paint.
    requestAnimationFrame(() => {
      box?.focus();
      box?.setSelectionRange(from + piece.length, from + piece.length);
    });
  }

  return (
    <TextInput
      {...input}
      ref={ref}
      autoComplete="off"
      {...(autoFocus ? { 'data-autofocus': true } : {})}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      rightSectionWidth={44}
      rightSection={
        <VariableMenu variables={variables} onPick={insert}>
          {(button) => (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Insertar variable: ${input.label}`}
              title="Insertar variable"
              {...button}
            >
              <IconBraces size={18} aria-hidden />
            </ActionIcon>
          )}
        </VariableMenu>
      }
    />
  );
}
