import type { MantineColorsTuple } from '@mantine/core';

type Rgb = readonly [number, number, number];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
/** The darkest surface on which links stand in the dark scheme is lighter than this. */
const DARK_SURFACE: Rgb = [46, 46, 46];
// Above the 4.5 of AA, because links also stand on lightly tinted surfaces.
const ENOUGH = 5.2;

function parse(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function hex(color: Rgb): string {
  return `#${color.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function mix(color: Rgb, other: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2) => color[index] * (1 - share) + other[index] * share;
  return [part(0), part(1), part(2)];
}

function luminance(color: Rgb): number {
  const [r, g, b] = color.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

/** The WCAG contrast ratio of two colours like `#1a2b3c`: from 1 to 21. */
export function contrast(one: string, other: string): number {
  return ratio(parse(one), parse(other));
}

/** Moves a colour toward `end` in small steps until it is readable on `surface`. */
function readable(color: Rgb, surface: Rgb, end: Rgb): Rgb {
  let result = color;
  while (ratio(result, surface) < ENOUGH && ratio(end, result) > 1.01) {
    result = mix(result, end, 0.04);
  }
  return result;
}

/**
 * Ten shades of one colour for Mantine, light to dark. Shade 6 is the colour itself, darkened when
 * white text on it, or it as text on white, would not reach AA; shade 4 is readable on dark surfaces.
 */
export function shadesOf(accent: string): MantineColorsTuple {
  const base = readable(parse(accent), WHITE, BLACK);
  const tint = (share: number) => hex(mix(base, WHITE, share));
  const dark = (share: number) => hex(mix(base, BLACK, share));
  return [
    tint(0.94),
    tint(0.88),
    tint(0.74),
    tint(0.58),
    hex(readable(mix(base, WHITE, 0.4), DARK_SURFACE, WHITE)),
    tint(0.2),
    hex(base),
    dark(0.14),
    dark(0.26),
    dark(0.42),
  ];
}
