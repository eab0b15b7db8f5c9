import type { ClienteRow } from './clientes.ts';
import { type CursoPlan, DAY, HOUR, iso, type Mundo } from './mundo.ts';
import { resenaRow } from './resena.ts';
import { openVenta, type Venta } from './venta.ts';

const RESERVA = 48 * HOUR;

/** Some people buy a course: most pay it and watch it, some leave it half-way. */
export function buyCurso(mundo: Mundo, cliente: ClienteRow): Venta | undefined {
  const { random, hoy, cursos } = mundo;
  if (cliente.tipo === 'B2B' || cliente.email === null || !random.chance(0.09)) return undefined;
  const curso = random.pick(cursos);
  const from = Math.max(Date.parse(cliente.creadoEn) + HOUR, curso.publicado);
  const en = Math.round(from + (hoy - from) * random.next());
  if (from >= hoy - HOUR) return undefined;
  const venta = openVenta(mundo, cliente, en, random.chance(0.8) ? 'WEB' : 'STAFF', [], {
    cursos: [curso],
  });
  const pagado = en + random.int(1, 30) * HOUR;
  if (random.chance(0.9) && pagado < hoy) {
    venta.pagar(pagado, venta.total());
    watch(mundo, venta, curso, pagado);
  } else if (en + RESERVA < hoy) {
    venta.cobro.venceEn = iso(en + RESERVA);
    venta.cobro.vencidoEn = iso(en + RESERVA + 60_000);
    venta.anular(en + RESERVA + 60_000, 'VENCIDO', null);
  } else {
    venta.cobro.venceEn = iso(en + RESERVA);
  }
  return venta;
}

function watch({ random, hoy, usuarioId }: Mundo, venta: Venta, curso: CursoPlan, desde: number) {
  const { clienteId, id: cobroId } = venta.cobro;
  const until = Math.min(hoy, curso.diasAcceso ? desde + curso.diasAcceso * DAY : hoy);
  const wanted = random.chance(0.45)
    ? curso.lecciones.length
    : random.int(0, curso.lecciones.length);
  let en = desde;
  let done = 0;
  for (const leccionId of curso.lecciones.slice(0, wanted)) {
    en += random.int(4, 90) * HOUR;
    if (en >= until) break;
    const last = done === wanted - 1 && random.chance(0.5);
    venta.progreso.push({
      clienteId,
      leccionId,
      segundos: last ? random.int(60, 500) : 0,
      vistoEn: iso(en),
      terminadaEn: last ? null : iso(en + 25 * 60_000),
    });
    venta.eventos.push({ en, causa: 'ACTIVIDAD', cobroId });
    done += 1;
  }
  if (done < curso.lecciones.length * 0.6 || en + DAY >= hoy || !random.chance(0.45)) return;
  const momento = { en: Math.round(en + DAY), hoy, usuarioId };
  venta.resenas.push(resenaRow(clienteId, random, { tallerId: null, cursoId: curso.id }, momento));
}
