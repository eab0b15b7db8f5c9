import { TextInput, type TextInputProps } from '@mantine/core';

export type TextFieldProps = Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> & {
  value?: string | null | undefined;
  onChange?: (value: string) => void;
};

type Props = TextFieldProps & { format: (text: string) => string };

/** A text that puts itself in order when it is left, if it can be read. */
export function FormattedInput({ value, onChange, onBlur, format, ...props }: Props) {
  return (
    <TextInput
      {...props}
      value={value ?? ''}
      onChange={(event) => onChange?.(event.currentTarget.value)}
      onBlur={(event) => {
        const text = event.currentTarget.value;
        const ordered = format(text);
        if (ordered !== text) onChange?.(ordered);
        onBlur?.(event);
      }}
    />
  );
}
