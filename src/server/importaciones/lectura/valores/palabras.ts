import type { Origen } from '#contract/clientes.ts';
import type { Medio } from '#contract/cobros.ts';
import { foldText } from '#server/core/text.ts';
import type { Leido } from './leido.ts';
import { esNada, recortar, unaLinea } from './texto.ts';

export type EstadoPagoLeido = 'PAGADO' | 'PENDIENTE' | 'ANULADO';

const origenes: [RegExp, Origen][] = [
  [/\b(instagram|insta|ig)\b/, 'INSTAGRAM'],
  [/\b(facebook|face|fb|meta)\b/, 'FACEBOOK'],
  [/\b(google|buscador|adwords|gmb|maps)\b/, 'GOOGLE'],
  [/\b(tiktok|tik tok|tt)\b/, 'TIKTOK'],
  [/\b(whats ?app|wsp|wpp|wasap|guasap)\b/, 'WHATSAPP'],
  [
    /\b(referid[oa]s?|referencia|recomend\w*|amig[oa]s?|conocid[oa]s?|boca a boca|familiar(es)?)\b/,
    'REFERIDO',
  ],
  [/\b(eventos?|ferias?|expo)\b/, 'EVENTO'],
  [/\b(newsletter|mailing|mailchimp|boletin|correos?|e ?mail)\b/, 'NEWSLETTER'],
  [/\b(web|sitio|pagina|internet|formulario|woocommerce|landing|checkout|direct)\b/, 'WEB'],
  [/^(otr[oa]s?|other)$/, 'OTRO'],
];

const medios: [RegExp, Medio][] = [
  [/\bmercado ?pago\b|^mp$/, 'MERCADO_PAGO'],
  [/\b(webpay\w*|transbank|redcompra|tarjeta|debito|credito|getnet|sumup)\b|^t[cd]$/, 'WEBPAY'],
  [/\b(transf\w*|deposito|bacs|banco|cuenta rut|wire)\b/, 'TRANSFERENCIA'],
  [/\b(efectivo|cash|contado)\b/, 'EFECTIVO'],
  [/^(otr[oa]s?|other)$/, 'OTRO'],
];

// «Cancelado» means paid in Chile, but «cancelled» comes from a shop where it means undone.
const estados: [RegExp, EstadoPagoLeido][] = [
  [
    /\b(no pagad[oa]|impag[oa]|sin pagar|por pagar|pend\w*|debe|deuda|abon\w*|parcial|en espera|on hold|wc on hold|unpaid)\b/,
    'PENDIENTE',
  ],
  [
    /\b(anulad[oa]|cancelled|canceled|reembols\w*|refunded|fallid[oa]|failed|rechazad[oa]|devuelt[oa])\b/,
    'ANULADO',
  ],
  [
    /\b(pagad[oa]|pago|paid|cancelad[oa]|complet\w*|proces\w*|aprobad[oa]|al dia|ok|listo|si)\b/,
    'PAGADO',
  ],
];

function claveDe(celda: string): string {
  return foldText(unaLinea(celda))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function leerPalabra<T>(celda: string, lista: [RegExp, T][]): T | null {
  const clave = claveDe(celda);
  return lista.find(([patron]) => patron.test(clave))?.[1] ?? null;
}

/** Where someone came from; words we do not know give an aviso and no value. */
export function leerOrigen(celda: string): Leido<Origen> {
  if (esNada(unaLinea(celda))) return { valor: null };
  const valor = leerPalabra(celda, origenes);
  if (valor !== null) return { valor };
  return {
    valor,
    aviso: `No conocemos el origen «${recortar(unaLinea(celda))}»: queda en las notas.`,
  };
}

/** How someone paid; words we do not know count as OTRO, with an aviso. */
export function leerMedio(celda: string): Leido<Medio> {
  if (esNada(unaLinea(celda))) return { valor: null };
  const valor = leerPalabra(celda, medios);
  if (valor !== null) return { valor };
  return {
    valor: 'OTRO',
    aviso: `No conocemos el medio de pago «${recortar(unaLinea(celda))}»: queda como otro.`,
  };
}

/** The state of a payment: paid, owed or undone. */
export function leerEstadoPago(celda: string): Leido<EstadoPagoLeido> {
  if (esNada(unaLinea(celda))) return { valor: null };
  const valor = leerPalabra(celda, estados);
  if (valor === null) {
    return { valor, error: `No entendemos el estado de pago «${recortar(unaLinea(celda))}».` };
  }
  if (/cancelad[oa]/i.test(celda)) return { valor, aviso: 'Leímos «cancelado» como pagado.' };
  return { valor };
}
