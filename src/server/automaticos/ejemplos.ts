import type { ClaveAutomatico } from '#contract/emails.ts';
import { ejemplosDe } from '../plantillas/variables.ts';
import type { Datos } from './parte.ts';
import { variablesDeAutomatico } from './variables.ts';

const LINEAS = [
  {
    titulo: 'Cerámica gres para empezar',
    cantidad: 2,
    total: '$70.000',
    horario: 'sábado 5 de diciembre, 10:00–13:00',
    donde: 'Casa Taller, Los Alerces 45, Providencia',
  },
];

const SIN_PAGOS = { pagado: null, saldo: '$70.000', venceEn: 'martes 24 de noviembre, 18:00' };

/** Where the usual case is not that of the examples one by one. */
const usuales: Partial<Record<ClaveAutomatico, Datos>> = {
  INSCRIPCION_RECIBIDA: SIN_PAGOS,
  RESERVA_POR_VENCER: SIN_PAGOS,
};

const isRecord = (value: unknown): value is Datos =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is empty is nothing, as in the data of a real mail: `if` tells them apart. */
function withoutEmpty(datos: Datos): Datos {
  return Object.fromEntries(
    Object.entries(datos).map(([key, value]) => [
      key,
      isRecord(value) ? withoutEmpty(value) : value === '' ? null : value,
    ]),
  );
}

/** Invented values for a mail of each kind, of its usual case; those of the school are its own. */
export function ejemploDe(clave: ClaveAutomatico): Datos {
  const { negocio: _, ...invented } = ejemplosDe(variablesDeAutomatico(clave));
  const datos = withoutEmpty(invented);
  const usual = usuales[clave];
  return {
    ...datos,
    ...('lineas' in datos && { lineas: LINEAS }),
    ...(usual && isRecord(datos.cobro) && { cobro: { ...datos.cobro, ...usual } }),
  };
}

/** Links of public pages: they let nobody act for the person. */
const PUBLICOS: ReadonlySet<string> = new Set(['taller', 'portal']);

/** Real values whose links are those of the example: with the real ones the reader could act for the person. */
export function withEnlacesDe(ejemplo: Datos, datos: Datos): Datos {
  return Object.fromEntries(
    Object.entries(datos).map(([key, value]) => {
      if (key === 'enlace') return [key, ejemplo.enlace];
      if (!isRecord(value) || PUBLICOS.has(key) || !value.enlace) return [key, value];
      const model = ejemplo[key];
      const enlace = (isRecord(model) && model.enlace) || 'https://example.com';
      return [key, { ...value, enlace }];
    }),
  );
}
