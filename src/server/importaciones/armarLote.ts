import type { CausaEstado } from '#contract/clientes.ts';
import { stepsOfCapture } from '../clientes/estado.policy.ts';
import type { ClienteDeLote, EventoDeLote } from '../clientes/lote.queries.ts';
import { estadoDePago } from '../cobros/cobros.policy.ts';
import { newCodigo } from '../cobros/codigo.ts';
import type { FilaDecidida } from './decidirFila.ts';
import type { Campos, FichaNueva } from './decidirPersona.ts';
import type { VentaImportada } from './decidirVenta.ts';
import type { Persona } from './libro.ts';
import type { VentaDeLote } from './ventas.queries.ts';

/** All that the rows of a group do with one person. */
export type Escrito = {
  persona: Persona;
  /** The row to which what they are given is written down. */
  numero: number;
  nueva: FichaNueva | undefined;
  campos: Campos;
  intereses: number[];
  ventas: { numero: number; venta: VentaImportada }[];
};

/** Gathers what decided rows do by person, in the order of their first rows. */
export function porPersona(filas: FilaDecidida[]): Escrito[] {
  const escritos = new Map<Persona, Escrito>();
  for (const { numero, hecho } of filas) {
    if (!hecho) continue;
    const { persona, decision, venta } = hecho;
    const escrito = escritos.get(persona) ?? {
      ...{ persona, numero, nueva: undefined, campos: {}, intereses: [], ventas: [] },
    };
    escritos.set(persona, escrito);
    if ('nueva' in decision) escrito.nueva = decision.nueva;
    else Object.assign(escrito.campos, decision.campos);
    escrito.intereses.push(...decision.intereses);
    if (venta) escrito.ventas.push({ numero, venta });
  }
  return [...escritos.values()];
}

/** Whether a person who is here already is given anything, or bought anything. */
export function cambia({ campos, intereses, ventas }: Escrito): boolean {
  return Object.keys(campos).length + intereses.length + ventas.length > 0;
}

/** When things happened, as instants (ISO 8601 UTC) by local date. */
export type Reloj = { now: string; instante: (fecha: string) => string };

const confirmada = ({ pagado, total }: VentaImportada) => pagado > 0 || total === 0;

/** What the purchases of a person are for the lifecycle, and when: the first that is confirmed, else the first. */
export function eventoDe(
  { ventas }: Escrito,
  { instante }: Reloj,
): { causa: 'COMPRA_CONFIRMADA' | 'COMPRA_PENDIENTE'; en: string; ultima: string } | undefined {
  const todas = ventas.map(({ venta }) => venta);
  const pagadas = todas.filter(confirmada);
  const fechas = (pagadas.length > 0 ? pagadas : todas).map(({ fecha }) => fecha).toSorted();
  const [primera] = fechas;
  if (!primera) return undefined;
  const causa = pagadas.length > 0 ? 'COMPRA_CONFIRMADA' : 'COMPRA_PENDIENTE';
  const ultima = todas.map(({ fecha }) => fecha).reduce((a, b) => (a > b ? a : b));
  return { causa, en: instante(primera), ultima: instante(ultima) };
}

/** A new person as they are written: captured when the file says, else with their first purchase, else now. */
export function clienteDe(
  escrito: Escrito,
  id: number,
  reloj: Reloj,
  intereses: number[],
): ClienteDeLote {
  const { nueva, campos } = escrito;
  if (!nueva) throw new Error('not a new person');
  const ficha = { ...nueva, ...campos };
  const evento = eventoDe(escrito, reloj);
  const creadoEn = ficha.fechaCaptura
    ? reloj.instante(ficha.fechaCaptura)
    : (evento?.en ?? reloj.now);
  const compradoEn = evento && evento.en > creadoEn ? evento.en : creadoEn;
  const pasos = stepsOfCapture(evento?.causa).map((paso, i) => ({
    ...paso,
    en: i === 0 ? creadoEn : compradoEn,
  }));
  return {
    id,
    tipo: ficha.empresaId ? 'B2B' : 'B2C',
    empresaId: ficha.empresaId ?? null,
    nombres: ficha.nombres,
    apellidos: ficha.apellidos ?? '',
    email: ficha.email ?? null,
    telefono: ficha.telefono ?? null,
    rut: ficha.rut ?? null,
    fechaNacimiento: ficha.fechaNacimiento ?? null,
    comuna: ficha.comuna ?? null,
    origen: ficha.origen,
    notas: ficha.notas ?? null,
    actividadEn: evento ? maxOf(evento.ultima, creadoEn) : null,
    convertidoEn: pasos.some(({ a }) => a === 'CLIENTE') ? compradoEn : null,
    creadoEn,
    pasos,
    intereses,
  };
}

const maxOf = (a: string, b: string) => (a > b ? a : b);

/** What the purchases of a person who is here already tell the lifecycle. */
export function eventosDe(escrito: Escrito, reloj: Reloj): EventoDeLote | undefined {
  const evento = eventoDe(escrito, reloj);
  if (!evento) return undefined;
  const causa: CausaEstado = evento.causa;
  return { clienteId: escrito.persona.id, causa, en: evento.en };
}

/** A sale as it is written. */
export function ventaDe(
  venta: VentaImportada,
  ids: { cobroId: number; clienteId: number; tallerId: number },
  { instante }: Reloj,
): VentaDeLote {
  const { cantidad, precio, descuento, total, pagado, medio, referencia, taller, fecha } = venta;
  return {
    ...ids,
    ...{ cantidad, precio, descuento, total, pagado, medio, referencia },
    codigo: newCodigo(),
    estado: estadoDePago({ total, pagado, vivas: 1 }),
    afectoIva: taller.afectoIva,
    en: instante(fecha),
  };
}
