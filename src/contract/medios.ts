import type { Medio } from './cobros.ts';

/** How the business says each means of payment. */
export const nombresMedio: Record<Medio, string> = {
  TRANSFERENCIA: 'Transferencia',
  EFECTIVO: 'Efectivo',
  WEBPAY: 'Webpay',
  MERCADO_PAGO: 'Mercado Pago',
  OTRO: 'Otro',
};
