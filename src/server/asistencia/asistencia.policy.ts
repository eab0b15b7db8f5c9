import type { ResultadoEscaneo } from '#contract/asistencia.ts';
import type { EstadoPago } from '#contract/cobros.ts';

const DAY_MS = 24 * 3_600_000;

/** When the roll of a Taller opens: a day before it begins. Instants are ISO 8601 UTC. */
export function abreEn(iniciaEn: string): string {
  return new Date(Date.parse(iniciaEn) - DAY_MS).toISOString();
}

type Entrada = {
  /** The Cobro's, or ANULADO when the line is. */
  estado: EstadoPago;
  presente: boolean;
  taller: { id: number; iniciaEn: string; terminaEn: string };
};
type Puerta = { tallerId: number | undefined; aunqueDeba: boolean; now: string };

/**
 * What the scan of a seat's code finds, before it is registered: the door is that of a Taller, if told,
 * and its time goes from a day before to a day after. Whoever owes comes in only when told so.
 */
export function resultadoDe(
  { estado, presente, taller }: Entrada,
  { tallerId, aunqueDeba, now }: Puerta,
): ResultadoEscaneo {
  if (estado === 'ANULADO') return 'ANULADA';
  if (tallerId !== undefined && tallerId !== taller.id) return 'OTRO_TALLER';
  if (presente) return 'YA_REGISTRADA';
  const closes = new Date(Date.parse(taller.terminaEn) + DAY_MS).toISOString();
  if (now < abreEn(taller.iniciaEn) || now > closes) return 'FUERA_DE_FECHA';
  if (estado !== 'PAGADO' && !aunqueDeba) return 'IMPAGA';
  return 'REGISTRADA';
}

const CODIGO = /^([A-Z0-9-]{4,20})\.([1-9]\d{0,14})\.([1-9]\d{0,2})$/i;

/**
 * The seat that a QR names: the address of the staff app that ends in its code, or the code alone.
 * @returns undefined when the text is neither.
 */
export function parseCodigo(
  text: string,
): { codigo: string; inscripcionId: number; puesto: number } | undefined {
  const [address = ''] = text.trim().split(/[?#]/);
  const last = address.replace(/\/+$/, '').split('/').at(-1) ?? '';
  const [, codigo, inscripcionId, puesto] = CODIGO.exec(last) ?? [];
  if (!codigo) return undefined;
  return {
    codigo: codigo.toUpperCase(),
    inscripcionId: Number(inscripcionId),
    puesto: Number(puesto),
  };
}
