import { formatRut, parseRut } from '#contract/rut.ts';
import { FormattedInput, type TextFieldProps } from './FormattedInput.tsx';

function order(text: string): string {
  const rut = parseRut(text);
  return rut ? formatRut(rut) : text;
}

/** A RUT with or without dots and dash; ordered when left if its check digit is right. */
export function RutInput(props: TextFieldProps) {
  return <FormattedInput autoComplete="off" placeholder="12.345.678-5" {...props} format={order} />;
}
