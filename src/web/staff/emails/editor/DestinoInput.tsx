import type { KeyboardEvent } from 'react';
import { TextoConVariables } from './TextoConVariables.tsx';
import { addressesOf } from './variables.ts';
import { useVariables } from './variablesContext.ts';

type Props = {
  value: string;
  onChange: (value: string) => void;
  wrong: boolean;
  autoFocus?: boolean;
  onKeyDown?: (event: KeyboardEvent) => void;
};

/** Where a link or a button leads: an address, or a variable that holds one. */
export function DestinoInput({ wrong, ...props }: Props) {
  const addresses = addressesOf(useVariables());
  return (
    <TextoConVariables
      label="Adónde lleva"
      description="Una dirección, un correo, o una variable con una dirección."
      placeholder="https://…"
      required
      maxLength={1000}
      variables={addresses}
      error={wrong && 'Escribe una dirección que empiece con https://, o elige una variable.'}
      {...props}
    />
  );
}
