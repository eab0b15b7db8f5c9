import type { Comprobante } from '#contract/comprobantes.ts';
import { nombresMedio } from '#contract/medios.ts';
import { formatPesos } from '#contract/money.ts';
import { formatFecha } from './drawHeader.ts';
import { type Column, drawTable, type Row } from './drawTable.ts';
import { ink, type Pdf, paper, roomFor, rule, write } from './paper.ts';

const LABEL = 140;
const AMOUNT = 90;

const columns: Column[] = [
  { title: 'Detalle', width: 231 },
  { title: 'Cant.', width: 28, align: 'right' },
  { title: 'Precio', width: 62, align: 'right' },
  { title: 'Descuento', width: 58, align: 'right' },
  { title: 'Total', width: 80, align: 'right' },
];

/** What was sold, line by line. @returns where it ends. */
export function drawLineas(pdf: Pdf, { lineas }: Comprobante, y: number): number {
  const rows = lineas.map((linea): Row => {
    const { titulo, detalle, cantidad, precioUnitario, descuento, descuentoMotivo } = linea;
    const notes = [
      detalle,
      descuento > 0 && descuentoMotivo ? `Descuento: ${descuentoMotivo}` : null,
      linea.anulada ? 'Anulada: no se cobra' : null,
    ].filter((note) => note !== null);
    return {
      off: linea.anulada,
      cells: [
        { text: titulo, notes },
        { text: String(cantidad) },
        { text: formatPesos(precioUnitario) },
        { text: descuento > 0 ? formatPesos(-descuento) : '' },
        {
          text: formatPesos(linea.total),
          notes: linea.total > 0 ? [linea.exento > 0 ? 'Exento' : 'Afecto a IVA'] : [],
        },
      ],
    };
  });
  return drawTable(pdf, y, columns, rows) + 12;
}

type Amount = { label: string; value: number; strong?: boolean };

/** The split of the total, right below the lines. @returns where it ends. */
export function drawTotales(pdf: Pdf, doc: Comprobante, y: number): number {
  const { neto, iva, exento, total } = doc;
  const rows: Amount[] = [
    ...(neto + iva > 0
      ? [
          { label: 'Neto', value: neto },
          { label: 'IVA (19 %)', value: iva },
        ]
      : []),
    ...(exento > 0 ? [{ label: 'Exento', value: exento }] : []),
    { label: 'Total', value: total, strong: true },
  ];
  return drawAmounts(pdf, rows, y) + 18;
}

const tipos = { PAGO: 'Pago', REEMBOLSO: 'Reembolso', REVERSO: 'Reverso' } as const;

/** Each movement of money, and what is left to pay or to give back. @returns where it ends. */
export function drawPagos(pdf: Pdf, doc: Comprobante, y: number): number {
  const { pagos, zona, pagado, saldo, saldoAFavor, porReembolsar } = doc;
  const rows = pagos.map(({ tipo, monto, medio, referencia, fecha }): Row => {
    const how = [nombresMedio[medio], referencia && `ref. ${referencia}`];
    return {
      cells: [
        { text: formatFecha(fecha, zona) },
        { text: tipos[tipo] },
        { text: how.filter(Boolean).join(' · ') },
        { text: formatPesos(tipo === 'PAGO' ? monto : -monto) },
      ],
    };
  });
  const end =
    rows.length > 0
      ? drawTable(
          pdf,
          y,
          [
            { title: 'Fecha', width: 120 },
            { title: 'Movimiento', width: 70 },
            { title: 'Medio', width: 189 },
            { title: 'Monto', width: 90, align: 'right' },
          ],
          rows,
        ) + 12
      : y;
  const last =
    porReembolsar > 0
      ? { label: 'Por devolver', value: porReembolsar }
      : saldoAFavor > 0
        ? { label: 'A favor', value: saldoAFavor }
        : { label: 'Saldo por pagar', value: saldo };
  return drawAmounts(
    pdf,
    [
      { label: 'Pagado', value: pagado },
      { ...last, strong: true },
    ],
    end,
  );
}

function drawAmounts(pdf: Pdf, rows: Amount[], top: number): number {
  let y = roomFor(pdf, top, rows.length * 18);
  for (const { label, value, strong = false } of rows) {
    const style = { y, bold: strong, align: 'right' as const, size: strong ? 11.5 : 9.5 };
    const x = paper.right - AMOUNT - LABEL;
    write(pdf, label, { ...style, x, width: LABEL, color: strong ? ink.text : ink.soft });
    y = write(pdf, formatPesos(value), { ...style, x: paper.right - AMOUNT, width: AMOUNT }) + 4;
  }
  return y;
}

/** At the foot of each page: which receipt it is, what it is not, and the number of the page. */
export function drawFoot(pdf: Pdf, name: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(start + index);
    const y = paper.bottom + 16;
    rule(pdf, y);
    const at = { y: y + 7, size: 8, color: ink.soft };
    write(pdf, `${name}. No es un documento tributario: no reemplaza boleta ni factura.`, {
      ...at,
      x: paper.left,
      width: paper.width - 80,
    });
    write(pdf, `Página ${index + 1} de ${count}`, {
      ...at,
      x: paper.right - 80,
      width: 80,
      align: 'right',
    });
  }
}
