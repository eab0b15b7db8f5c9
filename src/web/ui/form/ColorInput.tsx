import { type ColorInputProps, ColorInput as MantineColorInput } from '@mantine/core';

const swatches = [
  '#2f6f5e',
  '#0f766e',
  '#0b7285',
  '#2f6db3',
  '#3b5bdb',
  '#5b4db1',
  '#7b3fa0',
  '#9c3f8f',
  '#b03060',
  '#c0392b',
  '#b8621b',
  '#a16207',
  '#8a6d00',
  '#5f7a12',
  '#4d7c0f',
  '#2b8a3e',
  '#6b4f3a',
  '#52606d',
  '#343a40',
  '#1d2125',
];

/** A colour `#rrggbb`, from a few that go well or any other. */
export function ColorInput(props: ColorInputProps) {
  return (
    <MantineColorInput
      format="hex"
      // What is typed stays, with its error: the schema says what is wrong.
      fixOnBlur={false}
      // Its sliders have no names for those who hear the page.
      withPicker={false}
      swatches={swatches}
      swatchesPerRow={10}
      eyeDropperButtonProps={{ 'aria-label': 'Tomar un color de la pantalla' }}
      autoComplete="off"
      {...props}
    />
  );
}
