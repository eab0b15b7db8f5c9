import { type ColorInputProps, ColorInput as MantineColorInput } from '@mantine/core';

const swatches = [
  '#2f6f5e',
  '#2f6db3',
  '#5b4db1',
  '#9c3f8f',
  '#c0392b',
  '#b8621b',
  '#8a6d00',
  '#4d7c0f',
  '#0f766e',
  '#52606d',
];

/** A colour `#rrggbb`, from a few that go well or any other. */
export function ColorInput(props: ColorInputProps) {
  return (
    <MantineColorInput
      format="hex"
      // What is typed stays, with its error: the schema says what is wrong.
      fixOnBlur={false}
      swatches={swatches}
      swatchesPerRow={10}
      eyeDropperButtonProps={{ 'aria-label': 'Tomar un color de la pantalla' }}
      autoComplete="off"
      {...props}
    />
  );
}
