import { formatRut, parseRut } from '#contract/rut.ts';
import { FormattedInput, type TextFieldProps } from './FormattedInput.tsx';

const STORED = /^\d{6,8}-[\dK]$/;

function order(text: string): string {
  const rut = parseRut(text);
  return rut ? formatRut(rut) : text;
}

/** A RUT with or without dots and dash; ordered when left if its check digit is right. */
export function RutInput({ value, ...props }: TextFieldProps) {
  return (
    <FormattedInput
      autoComplete="off"
      placeholder="12.345.678-5"
      {...props}
      value={value && STORED.test(value) ? order(value) : value}
      format={order}
    />
  );
}
