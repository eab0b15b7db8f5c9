import { formatPhone, parsePhone } from '#contract/phone.ts';
import { FormattedInput, type TextFieldProps } from './FormattedInput.tsx';

function order(text: string): string {
  const phone = parsePhone(text);
  return phone ? formatPhone(phone) : text;
}

/** A phone as Chileans type it, ordered when left; the server reads it the same way. */
export function PhoneInput({ value, ...props }: TextFieldProps) {
  return (
    <FormattedInput
      type="tel"
      inputMode="tel"
      autoComplete="off"
      placeholder="9 8765 4321"
      {...props}
      value={value?.startsWith('+') ? order(value) : value}
      format={order}
    />
  );
}
