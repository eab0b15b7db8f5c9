import { buffer } from 'node:stream/consumers';
import type { Comprobante } from '#contract/comprobantes.ts';
import { formatNumero } from '#contract/numero.ts';
import { drawFoot, drawLineas, drawPagos, drawTotales } from './pdf/drawCuenta.ts';
import { drawHeader } from './pdf/drawHeader.ts';

/** Draws a receipt on A4 pages; `logo` is a PNG. @returns the bytes of the PDF. */
export async function renderPdf(doc: Comprobante, logo?: Buffer): Promise<Buffer<ArrayBuffer>> {
  // Fetched with the first receipt: its fonts take memory that most processes never need.
  const { default: PDFDocument } = await import('pdfkit');
  const name = `Comprobante N° ${formatNumero(doc.numero)}`;
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    lang: 'es-CL',
    displayTitle: true,
    info: {
      Title: `${name} · ${doc.negocio.nombre}`,
      Author: doc.negocio.nombre,
      Subject: `Venta ${doc.codigo}`,
      CreationDate: new Date(doc.emitidoEn),
    },
  });
  const header = drawHeader(pdf, doc, logo);
  const lineas = drawLineas(pdf, doc, header);
  drawPagos(pdf, doc, drawTotales(pdf, doc, lineas));
  drawFoot(pdf, name);
  pdf.end();
  return buffer(pdf);
}
