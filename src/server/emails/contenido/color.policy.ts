type Rgb = [number, number, number];

const parse = (hex: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb;

function luminance(color: Rgb): number {
  const [r, g, b] = color.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The contrast of two colours (`#rrggbb`) as WCAG counts it, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(parse(one)), luminance(parse(other))].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const AA = 4.5;

/** White where it reads at AA on a colour, else black: one of them always does. */
export function textOn(color: string): string {
  return contrast(color, '#ffffff') >= AA ? '#ffffff' : '#000000';
}

/** The colour itself, or the nearest darker one that reads on white at AA. */
export function readableOnWhite(color: string): string {
  for (let shade = 1; shade > 0; shade -= 0.04) {
    const parts = parse(color).map((part) =>
      Math.round(part * shade)
        .toString(16)
        .padStart(2, '0'),
    );
    const darker = `#${parts.join('')}`;
    if (contrast(darker, '#ffffff') >= AA) return darker;
  }
  return '#000000';
}
