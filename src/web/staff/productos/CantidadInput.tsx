import { NumberInput, type NumberInputProps } from '@mantine/core';

/** A number of units; what the field does not take is said by its error, not corrected in silence. */
export function CantidadInput(props: NumberInputProps) {
  return (
    <NumberInput
      min={0}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="none"
      thousandSeparator="."
      decimalSeparator=","
      maxLength={9}
      styles={{ wrapper: { maxWidth: 220 } }}
      {...props}
    />
  );
}
