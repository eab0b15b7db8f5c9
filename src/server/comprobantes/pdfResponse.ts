import type { Context } from 'hono';
import type { Comprobante } from '#contract/comprobantes.ts';
import { formatNumero } from '#contract/numero.ts';
import type { Db } from '../core/db/connect.ts';
import { readLogo } from './readLogo.ts';
import { renderPdf } from './renderPdf.ts';

/** Answers a receipt as a PDF, to be seen in the browser and saved under its number. */
export async function pdfResponse(c: Context, db: Db, doc: Comprobante): Promise<Response> {
  const bytes = await renderPdf(doc, await readLogo(db));
  return c.body(bytes, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="comprobante-${formatNumero(doc.numero)}.pdf"`,
    'cache-control': 'no-store',
  });
}
