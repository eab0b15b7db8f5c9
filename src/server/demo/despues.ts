import type { ClienteRow } from './clientes.ts';
import { codigoOf } from './codigo.ts';
import { DAY, type EsperaPlan, HOUR, iso, type Mundo, type TallerPlan } from './mundo.ts';
import { resenaRow } from './resena.ts';
import type { Venta } from './venta.ts';

/** Who came to the workshops that took place, seat by seat; their coming is activity. */
export function asistir({ random, hoy, usuarioId }: Mundo, venta: Venta): void {
  venta.inscripciones.forEach(({ id, anuladaEn, cantidad }, i) => {
    const taller = venta.lineas[i]?.taller;
    if (!taller || anuladaEn !== null || taller.fin >= hoy || venta.pagado() < venta.total())
      return;
    const rows = Array.from({ length: cantidad }, (_, puesto) => ({
      inscripcionId: id,
      puesto: puesto + 1,
      estado: random.chance(0.93) ? ('PRESENTE' as const) : ('AUSENTE' as const),
      via: random.chance(0.4) ? ('QR' as const) : ('LISTA' as const),
      marcadaEn: iso(taller.inicio + random.int(-15, 25) * 60_000),
      marcadaPor: usuarioId,
    }));
    venta.asistencias.push(...rows);
    if (!rows.some(({ estado }) => estado === 'PRESENTE')) return;
    venta.eventos.push({ en: taller.fin, causa: 'ACTIVIDAD', cobroId: venta.cobro.id });
    if (random.chance(0.3)) resenar(venta, random, taller, hoy, usuarioId);
  });
}

function resenar(
  venta: Venta,
  random: Mundo['random'],
  taller: TallerPlan,
  hoy: number,
  usuarioId: string | null,
): void {
  const en = taller.fin + random.int(14, 140) * HOUR;
  if (en >= hoy) return;
  venta.resenas.push(
    resenaRow(
      venta.cobro.clienteId,
      random,
      { tallerId: taller.id, cursoId: null },
      { en, hoy, usuarioId },
    ),
  );
}

/** The kits of a sale handed over at the workshop, sent, or still on the shelf. */
export function entregar({ random, hoy, usuarioId }: Mundo, venta: Venta): void {
  if (venta.pagado() < venta.total()) return;
  const taller = venta.lineas[0]?.taller;
  for (const kit of venta.ventasProducto) {
    if (kit.anuladaEn !== null) continue;
    const vendido = Date.parse(kit.creadoEn);
    const entregado = taller && taller.inicio < hoy ? taller.inicio + 20 * 60_000 : undefined;
    const enviado = vendido + random.int(20, 70) * HOUR;
    if (entregado !== undefined) {
      Object.assign(kit, {
        entrega: 'ENTREGADO',
        entregaEn: iso(entregado),
        entregaPor: usuarioId,
      });
    } else if (enviado < hoy && random.chance(0.5)) {
      Object.assign(kit, {
        entrega: 'ENVIADO',
        entregaNota: `Starken ${random.int(100_000_000, 999_999_999)}`,
        entregaEn: iso(enviado),
        entregaPor: usuarioId,
      });
    }
  }
}

/** A few wait for a seat in a workshop ahead that is full. */
export function esperar(
  { random, hoy, talleres, esperas }: Mundo,
  cliente: ClienteRow,
  ventas: readonly Venta[],
): EsperaPlan | undefined {
  if (cliente.tipo === 'B2B' || cliente.email === null || !random.chance(0.06)) return undefined;
  const mine = new Set(ventas.flatMap(({ lineas }) => lineas.map(({ taller }) => taller)));
  const captura = Date.parse(cliente.creadoEn);
  const open = talleres.filter(
    (t) =>
      t.lleno &&
      t.inicio > hoy + 2 * DAY &&
      t.anulado === undefined &&
      !mine.has(t) &&
      t.ocupados > 3,
  );
  const taller = open[random.int(0, Math.max(open.length - 1, 0))];
  if (!taller || esperas.filter((e) => e.taller === taller).length >= 6) return undefined;
  const from = Math.max(captura + HOUR, hoy - 12 * DAY);
  const en = Math.round(from + (hoy - from) * random.next());
  if (en >= hoy || en < captura) return undefined;
  const plan = {
    clienteId: cliente.id,
    taller,
    en,
    codigo: `espera-${codigoOf(cliente.id)}-${codigoOf(cliente.id + 7)}`,
  };
  esperas.push(plan);
  return plan;
}

/** The waitlists to store, each in the order people came; the first of one Taller has an offer. */
export function esperaRows({ ids, hoy }: Mundo, plans: readonly EsperaPlan[]) {
  const conOferta = plans.toSorted((a, b) => a.taller.inicio - b.taller.inicio || a.en - b.en)[0];
  return plans
    .toSorted((a, b) => a.en - b.en)
    .map((plan) => {
      const ofrecida = plan === conOferta;
      if (ofrecida) plan.taller.ofrecidos = 1;
      return {
        id: ids('espera'),
        codigo: plan.codigo,
        tallerId: plan.taller.id,
        clienteId: plan.clienteId,
        cantidad: 1,
        canal: 'WEB',
        estado: ofrecida ? 'OFRECIDA' : 'ESPERANDO',
        ofrecidaEn: ofrecida ? iso(hoy) : null,
        ofertaVenceEn: ofrecida ? iso(hoy + DAY - 60_000) : null,
        creadoEn: iso(plan.en),
      };
    });
}
