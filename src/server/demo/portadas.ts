import { temas } from './catalogo.ts';
import { createRandom } from './random.ts';

const [WIDTH, HEIGHT] = [1200, 675];

function shade(color: string, towards: number, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16);
    return Math.round(value + (towards - value) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}

/** Calm overlapping shapes in the colour of the interest. */
function drawSvg(color: string, seed: number): string {
  const random = createRandom(seed);
  const shapes = Array.from({ length: 7 }, () => {
    const fill = random.chance(0.6)
      ? shade(color, 255, 0.15 + random.next() * 0.6)
      : shade(color, 0, random.next() * 0.25);
    const [x, y, r] = [random.int(0, WIDTH), random.int(0, HEIGHT), random.int(90, 330)];
    const opacity = (0.35 + random.next() * 0.4).toFixed(2);
    return random.chance(0.6)
      ? `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" opacity="${opacity}"/>`
      : `<path d="M${x - r} ${y}a${r} ${r} 0 0 1 ${2 * r} 0z" fill="${fill}" opacity="${opacity}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="${shade(color, 255, 0.72)}"/>${shapes.join('')}</svg>`;
}

/** One cover for each interest, as WebP. */
export async function drawPortadas() {
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  sharp.cache(false);
  const rows = [];
  for (const [i, { color }] of temas.entries()) {
    const contenido = await sharp(Buffer.from(drawSvg(color, i + 1)))
      .webp({ quality: 78 })
      .toBuffer();
    rows.push({
      id: `00000000-0000-4000-8000-${(i + 1).toString(16).padStart(12, '0')}`,
      tipo: 'image/webp',
      contenido,
      ancho: WIDTH,
      alto: HEIGHT,
    });
  }
  return rows;
}
