import { loadSharp } from '../archivos/loadSharp.ts';
import type { Db } from '../core/db/connect.ts';
import { selectLogo } from './comprobantes.queries.ts';

const MAX_WIDTH = 480;
const MAX_HEIGHT = 160;

// Encoding takes a while and a logo hardly ever changes.
let last: { id: string; png: Promise<Buffer> } | undefined;

/** The logo of the business as a PNG small enough for paper, if it has one. */
export async function readLogo(db: Db): Promise<Buffer | undefined> {
  const logo = await selectLogo(db);
  if (!logo) return undefined;
  if (last?.id !== logo.id) last = { id: logo.id, png: toPng(logo.contenido) };
  return last.png;
}

async function toPng(contenido: Buffer): Promise<Buffer> {
  const sharp = await loadSharp();
  return sharp(contenido)
    .resize({ width: MAX_WIDTH, height: MAX_HEIGHT, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .png()
    .toBuffer();
}
