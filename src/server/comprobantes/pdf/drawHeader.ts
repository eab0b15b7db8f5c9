import type { Comprobante } from '#contract/comprobantes.ts';
import { formatNumero } from '#contract/numero.ts';
import { formatPhone } from '#contract/phone.ts';
import { formatRut } from '#contract/rut.ts';
import { ink, type Pdf, paper, rule, write } from './paper.ts';

const COLUMN = 235;
const SECOND = paper.right - COLUMN;
const LOGO = { width: 150, height: 44 };

/** A date of the business (from ISO 8601 UTC), in words: `22 de noviembre de 2026`. */
export function formatFecha(instant: string, zona: string): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: zona } as const;
  return new Intl.DateTimeFormat('es-CL', options).format(new Date(instant));
}

const known = (parts: (string | null | undefined)[]) => parts.filter((part) => Boolean(part));

/** Who sells, the number and the date; then who bought. @returns where it ends. */
export function drawHeader(pdf: Pdf, doc: Comprobante, logo: Buffer | undefined): number {
  const end = Math.max(drawNegocio(pdf, doc, logo), drawNumero(pdf, doc)) + 14;
  rule(pdf, end, doc.negocio.colorAcento, 1.5);
  const below = end + 14;
  return Math.max(drawComprador(pdf, doc, below), drawVenta(pdf, doc, below)) + 20;
}

function drawNegocio(pdf: Pdf, { negocio }: Comprobante, logo: Buffer | undefined): number {
  const { nombre, razonSocial, rut, giro, direccion, comuna, email, telefono } = negocio;
  const { left: x, top } = paper;
  const width = COLUMN + 20;
  let y: number = top;
  if (logo) {
    pdf.image(logo, x, y, { fit: [LOGO.width, LOGO.height] });
    y += LOGO.height + 8;
  }
  y = write(pdf, nombre, { x, y, width, size: logo ? 12 : 18, bold: true }) + 3;
  const lines = [
    known([razonSocial === nombre ? null : razonSocial, rut && `RUT ${formatRut(rut)}`]),
    known([giro]),
    known([direccion, comuna]),
    known([telefono && formatPhone(telefono), email]),
  ];
  for (const line of lines.filter((parts) => parts.length > 0)) {
    y = write(pdf, line.join(' · '), { x, y, width, color: ink.soft });
  }
  return y;
}

function drawNumero(pdf: Pdf, { numero, emitidoEn, zona, negocio }: Comprobante): number {
  const at = { x: SECOND, width: COLUMN, align: 'right' } as const;
  let y = write(pdf, 'Comprobante', { ...at, y: paper.top, size: 11, color: ink.soft });
  y = write(pdf, `N° ${formatNumero(numero)}`, {
    ...at,
    y: y + 2,
    size: 20,
    bold: true,
    color: negocio.colorAcento,
  });
  return write(pdf, formatFecha(emitidoEn, zona), { ...at, y: y + 2, color: ink.soft });
}

function drawComprador(pdf: Pdf, { comprador }: Comprobante, top: number): number {
  const { nombre, rut, giro, email, telefono, contacto } = comprador;
  const at = { x: paper.left, width: COLUMN };
  let y = write(pdf, 'Cliente', { ...at, y: top, size: 8.5, bold: true, color: ink.soft }) + 3;
  y = write(pdf, nombre, { ...at, y, size: 11, bold: true }) + 1;
  const lines = known([
    rut && `RUT ${formatRut(rut)}`,
    giro,
    contacto && `Contacto: ${contacto}`,
    known([email, telefono && formatPhone(telefono)]).join(' · '),
  ]);
  for (const line of lines) y = write(pdf, line ?? '', { ...at, y });
  return y;
}

function drawVenta(pdf: Pdf, { codigo, vendidoEn, zona, estado }: Comprobante, top: number) {
  const at = { x: SECOND, width: COLUMN, align: 'right' } as const;
  let y = write(pdf, 'Venta', { ...at, y: top, size: 8.5, bold: true, color: ink.soft }) + 3;
  y = write(pdf, codigo, { ...at, y, size: 11, bold: true }) + 1;
  y = write(pdf, formatFecha(vendidoEn, zona), { ...at, y });
  return estado === 'ANULADO' ? write(pdf, 'Venta anulada', { ...at, y, bold: true }) : y;
}
