import type { ClienteRow } from './clientes.ts';
import { buyCurso } from './comprasCursos.ts';
import { asistir, entregar } from './despues.ts';
import { DAY, HOUR, iso, type Mundo, type TallerPlan } from './mundo.ts';
import { weighted } from './random.ts';
import { type Linea, openVenta, type Venta } from './venta.ts';

const cuantas = weighted<number>([
  [0, 55],
  [1, 28],
  [2, 10],
  [3, 5],
  [5, 2],
]);

type Caso =
  | 'PAGADO'
  | 'EN_PARTES'
  | 'ABONADO'
  | 'RETENIDO'
  | 'PENDIENTE'
  | 'VENCIDO'
  | 'DEVUELTO'
  | 'POR_DEVOLVER'
  | 'REVERSADO'
  | 'A_FAVOR'
  | 'DOS_TALLERES';

const casosPasados = weighted<Caso>([
  ['PAGADO', 68],
  ['EN_PARTES', 14],
  ['ABONADO', 2.5],
  ['PENDIENTE', 0.7],
  ['VENCIDO', 6],
  ['DEVUELTO', 3],
  ['POR_DEVOLVER', 0.8],
  ['REVERSADO', 1.5],
  ['A_FAVOR', 0.8],
  ['DOS_TALLERES', 2.7],
]);
const casosFuturos = weighted<Caso>([
  ['PAGADO', 40],
  ['EN_PARTES', 8],
  ['ABONADO', 18],
  ['RETENIDO', 18],
  ['PENDIENTE', 9],
  ['VENCIDO', 5],
  ['DEVUELTO', 2.5],
  ['POR_DEVOLVER', 1.5],
  ['REVERSADO', 1.5],
  ['A_FAVOR', 1],
  ['DOS_TALLERES', 2.5],
]);
const RESERVA = 48 * HOUR;

/** All that a person bought, and tried to. */
export function createCompras(mundo: Mundo, cliente: ClienteRow): Venta[] {
  const { random } = mundo;
  const count = cliente.tipo === 'B2B' ? random.int(0, 1) : cuantas(random);
  const taken = new Set<TallerPlan>();
  const ventas: Venta[] = [];
  for (let i = 0; i < count; i += 1) {
    const linea = chooseLinea(mundo, cliente, taken);
    if (linea) ventas.push(sell(mundo, cliente, linea, taken));
  }
  const curso = buyCurso(mundo, cliente);
  if (curso) ventas.push(curso);
  for (const venta of ventas) {
    asistir(mundo, venta);
    entregar(mundo, venta);
    venta.cerrar();
  }
  return ventas;
}

function firstAfter(talleres: readonly TallerPlan[], time: number): number {
  let [low, high] = [0, talleres.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((talleres[middle] as TallerPlan).inicio > time) high = middle;
    else low = middle + 1;
  }
  return low;
}

function chooseLinea(
  { random, talleres }: Mundo,
  cliente: ClienteRow,
  taken: Set<TallerPlan>,
): Linea | undefined {
  const grupo = cliente.tipo === 'B2B';
  const cantidad = grupo ? random.int(3, 8) : random.chance(0.08) ? 2 : 1;
  const captura = Date.parse(cliente.creadoEn);
  const from = firstAfter(talleres, captura + 2 * DAY);
  for (let tries = 0; tries < 14 && from < talleres.length; tries += 1) {
    const taller = talleres[
      from + Math.floor((talleres.length - from) * random.next() ** 1.9)
    ] as TallerPlan;
    if (taken.has(taller) || taller.ocupados + cantidad > taller.meta) continue;
    if (taller.anulado !== undefined && taller.anulado < captura + DAY) continue;
    taken.add(taller);
    return { taller, cantidad, ...discount(random, taller, cantidad, grupo) };
  }
  return undefined;
}

function discount(
  random: Mundo['random'],
  taller: TallerPlan,
  cantidad: number,
  grupo: boolean,
): Pick<Linea, 'descuento' | 'descuentoMotivo'> {
  const bruto = taller.plantilla.precio * cantidad;
  const off = (percent: number, descuentoMotivo: string) => ({
    descuento: Math.round((bruto * percent) / 100),
    descuentoMotivo,
  });
  if (bruto === 0) return { descuento: 0, descuentoMotivo: null };
  if (grupo) return off(10, 'Convenio de empresa, 10 %');
  if (cantidad === 2 && random.chance(0.4)) return off(15, 'Dos amigas, 15 %');
  if (random.chance(0.03)) return off(20, 'Exalumna, 20 %');
  if (random.chance(0.01)) return { descuento: 5000, descuentoMotivo: 'Cumpleaños' };
  return { descuento: 0, descuentoMotivo: null };
}

/** Some take a kit with their seat. */
function pickKits({ random, kits }: Mundo, { tipo }: ClienteRow, { tema, plantilla }: TallerPlan) {
  if (tipo === 'B2B' || plantilla.precio === 0 || !random.chance(0.2)) return [];
  const fitting = kits.filter((kit) => kit.tema === undefined || kit.tema === tema);
  return [random.pick(fitting)];
}

function sell(mundo: Mundo, cliente: ClienteRow, linea: Linea, taken: Set<TallerPlan>): Venta {
  const { random, hoy } = mundo;
  const { taller } = linea;
  const futuro = taller.inicio > hoy;
  const captura = Date.parse(cliente.creadoEn);
  const from = Math.max(captura + 5 * 60_000, taller.publicado);
  const until = Math.min(taller.inicio - 3 * HOUR, taller.anulado ?? hoy, hoy);
  const en = Math.round(from + Math.max(0, until - from) * (1 - random.next() ** 1.6));
  const kits = taller.anulado === undefined ? pickKits(mundo, cliente, taller) : [];
  const open = (canal: 'WEB' | 'STAFF', when = en, lineas: readonly Linea[] = [linea]) =>
    openVenta(mundo, cliente, when, canal, lineas, lineas.length > 1 ? {} : { kits });
  const canal = cliente.tipo === 'B2B' || random.chance(0.4) ? 'STAFF' : 'WEB';

  if (taller.anulado !== undefined) return cancelled(mundo, open(canal), taller.anulado);
  if (taller.plantilla.precio === 0) return open(canal);
  const late = futuro && taller.lleno && en < hoy - 4 * DAY && mundo.sinCupo > 0;
  if (late) return paidTooLate(mundo, open('WEB'), en);
  const caso = (futuro ? casosFuturos : casosPasados)(random);
  const soon = (hours: number) => Math.min(en + random.int(1, hours * 60) * 60_000, hoy);
  const before = Math.min(taller.inicio - HOUR, hoy);

  if (caso === 'RETENIDO') {
    const venta = open('WEB', Math.max(from, hoy - random.int(10, 20 * 60) * 60_000));
    const vence = Date.parse(venta.cobro.creadoEn) + RESERVA;
    venta.cobro.venceEn = iso(Math.min(vence, taller.inicio));
    return venta;
  }
  if (caso === 'VENCIDO' && en + RESERVA < before) return expired(open('WEB'), en + RESERVA);
  const second =
    caso === 'DOS_TALLERES'
      ? mundo.talleres.find(
          (t) =>
            t.inicio > Math.max(en + DAY, taller.inicio) &&
            !t.anulado &&
            t.plantilla.precio > 0 &&
            !taken.has(t) &&
            t.publicado < en &&
            t.ocupados < t.meta,
        )
      : undefined;
  if (second) {
    taken.add(second);
    const other = { taller: second, cantidad: 1, descuento: 0, descuentoMotivo: null };
    const venta = open('STAFF', en, [linea, other]);
    venta.pagar(soon(30), venta.total());
    if (random.chance(0.6)) {
      const when = Math.min(en + 2 * DAY, hoy);
      venta.anular(when, 'STAFF', 'No puede asistir a la segunda fecha.', 1);
    }
    return venta;
  }
  const venta = open(caso === 'PENDIENTE' ? 'STAFF' : canal);
  if (caso !== 'PENDIENTE') pay(mundo, venta, caso, { en, soon, before });
  return venta;
}

type Momentos = { en: number; soon: (hours: number) => number; before: number };

function pay({ random, hoy }: Mundo, venta: Venta, caso: Caso, { en, soon, before }: Momentos) {
  const total = venta.total();
  const half = Math.max(1000, Math.round((total * random.int(3, 6)) / 10_000) * 1000);
  const first = soon(30);
  if (caso === 'ABONADO') {
    venta.pagar(first, half, 'Abono para reservar');
  } else if (caso === 'EN_PARTES') {
    venta.pagar(first, half, 'Abono para reservar');
    venta.pagar(first + Math.max(0, before - first) * random.next(), total - half);
  } else if (caso === 'REVERSADO') {
    const pago = venta.pagar(first, total);
    const when = Math.min(first + 3 * HOUR, hoy);
    venta.reversar(when, pago, 'Se registró en la venta equivocada.');
    venta.pagar(Math.min(when + DAY, hoy), total);
  } else if (caso === 'A_FAVOR') {
    venta.pagar(first, Math.ceil((total + 1) / 10_000) * 10_000, 'Transfirió de más');
  } else {
    venta.pagar(first, total);
  }
  if (caso !== 'DEVUELTO' && caso !== 'POR_DEVOLVER') return;
  const when = Math.min(first + random.int(6, 72) * HOUR, before, hoy);
  const anulada = Math.max(when, first);
  venta.anular(
    anulada,
    'STAFF',
    random.pick(['No puede asistir.', 'Se enfermó.', 'Cambio de planes.']),
  );
  if (caso === 'POR_DEVOLVER') return;
  const devuelta = Math.min(anulada + DAY, hoy);
  venta.reembolsar(devuelta, venta.pagado(), 'Devolución completa por transferencia');
  venta.deshecha(Math.max(devuelta, en));
}

function expired(venta: Venta, vence: number): Venta {
  venta.cobro.venceEn = iso(vence);
  venta.cobro.vencidoEn = iso(vence + 60_000);
  venta.anular(vence + 60_000, 'VENCIDO', null);
  return venta;
}

function paidTooLate(mundo: Mundo, venta: Venta, en: number): Venta {
  mundo.sinCupo -= 1;
  const total = venta.total();
  expired(venta, en + RESERVA);
  venta.pagar(en + RESERVA + 9 * HOUR, total, 'Llegó después del vencimiento');
  venta.cobro.alerta = 'PAGO_SIN_CUPO';
  return venta;
}

function cancelled({ random, hoy }: Mundo, venta: Venta, anulado: number): Venta {
  const en = Date.parse(venta.cobro.creadoEn);
  // Its seats are all given back, and nobody else buys them.
  for (const { taller, cantidad } of venta.lineas) taller.meta -= cantidad;
  const gratis = venta.total() === 0;
  const paid = !gratis && random.chance(0.75);
  if (paid) venta.pagar(Math.min(en + 20 * HOUR, anulado), venta.total());
  venta.anular(anulado, 'TALLER_ANULADO', 'La persona que guía el taller está con licencia.');
  const when = Math.min(anulado + random.int(1, 4) * DAY, hoy);
  const refunded = paid && random.chance(0.6);
  if (refunded) venta.reembolsar(when, venta.pagado(), 'Taller anulado: devolución completa');
  if (refunded || gratis) venta.deshecha(when);
  return venta;
}
