import type { ClienteRow } from './clientes.ts';
import { iso, type Mundo } from './mundo.ts';
import { createPersona } from './nombres.ts';
import type { Venta } from './venta.ts';

type AsistenteRow = {
  inscripcionId: number;
  puesto: number;
  nombres: string;
  apellidos: string;
  email: string | null;
  telefono: string | null;
};

/** Who sits in the seats of a group: companies name most of them, friends about half. */
export function asistentesOf({ random }: Mundo, cliente: ClienteRow, venta: Venta): AsistenteRow[] {
  const named = cliente.tipo === 'B2B' ? random.pick([1, 1, 1, 0.5, 0]) : random.pick([1, 0]);
  return venta.inscripciones
    .filter(({ cantidad }) => cantidad > 1)
    .flatMap(({ id, cantidad }) =>
      Array.from({ length: Math.round(cantidad * named) }, (_, i): AsistenteRow => {
        const self = cliente.tipo === 'B2C' && i === 0;
        const { nombres, apellidos } = self ? cliente : createPersona(random);
        return {
          inscripcionId: id,
          puesto: i + 1,
          nombres,
          apellidos,
          email: null,
          telefono: null,
        };
      }),
    );
}

type InteresRow = { clienteId: number; interesId: number; creadoEn: string };

/** What a person likes: the first of the list more than the last, and what they bought. */
export function interesesOf(
  { random, intereses }: Mundo,
  cliente: ClienteRow,
  ventas: readonly Venta[],
): InteresRow[] {
  const chosen = new Set<number>();
  for (const venta of ventas) {
    for (const { taller } of venta.lineas) chosen.add(intereses[taller.tema] as number);
  }
  for (let i = random.int(0, 2); i > 0; i -= 1) {
    chosen.add(intereses[Math.floor(random.next() ** 1.6 * intereses.length)] as number);
  }
  return [...chosen].map((interesId) => ({
    clienteId: cliente.id,
    interesId,
    creadoEn: cliente.creadoEn,
  }));
}

/** The proof of consent of those who gave it, and of its withdrawal by a few. */
export function consentimientosOf(
  { random, hoy }: Mundo,
  cliente: ClienteRow,
  { texto, version }: { texto: string; version: number },
) {
  const { id: clienteId, email } = cliente;
  const captura = Date.parse(cliente.creadoEn);
  if (email === null || (cliente.origen !== 'NEWSLETTER' && !random.chance(0.5))) return [];
  const row = (accion: 'OTORGADO' | 'RETIRADO', en: number) => ({
    clienteId,
    email,
    finalidad: 'NEWSLETTER',
    accion,
    texto,
    textoVersion: version,
    canal: cliente.origen === 'NEWSLETTER' ? 'NEWSLETTER' : 'WEB',
    evidencia: JSON.stringify({ muestra: true }),
    creadoEn: iso(en),
  });
  const given = row('OTORGADO', captura);
  const out = captura + random.int(20, 400) * 86_400_000;
  return random.chance(0.07) && out < hoy ? [given, row('RETIRADO', out)] : [given];
}
