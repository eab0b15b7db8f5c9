import sharp from 'sharp';

type Formato = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'tiff';

/** A plain image of the given size and format. */
export async function image(formato: Formato, width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#c2410c' } })
    .toFormat(formato)
    .toBuffer();
}

/** A plain PNG, ready to be uploaded. */
export async function pixelPng(width: number, height: number): Promise<Blob> {
  return new Blob([new Uint8Array(await image('png', width, height))], { type: 'image/png' });
}
