import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { FormattedInput, type TextFieldProps } from './FormattedInput.tsx';

const order = (text: string) => text.trim();

/** An email that offers the likely domain (`gmial.com` → `gmail.com`), and never changes it by itself. */
export function EmailInput(props: TextFieldProps) {
  const [suggestion, setSuggestion] = useState<string>();

  async function suggest(text: string) {
    if (!text.includes('@')) return setSuggestion(undefined);
    const { run } = await import('@zootools/email-spell-checker');
    setSuggestion(run({ email: text.trim() })?.full);
  }

  return (
    <div>
      <FormattedInput
        type="email"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...props}
        format={order}
        onChange={(text) => {
          setSuggestion(undefined);
          props.onChange?.(text);
        }}
        onBlur={(event) => {
          void suggest(event.currentTarget.value);
          props.onBlur?.(event);
        }}
      />
      <div role="status">
        {suggestion && (
          <Text size="sm" mt={4}>
            ¿Quisiste decir{' '}
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                props.onChange?.(suggestion);
                setSuggestion(undefined);
              }}
            >
              {suggestion}
            </Button>
            ?
          </Text>
        )}
      </div>
    </div>
  );
}
