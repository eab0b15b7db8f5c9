import type { Direccion, ResultadoInteraccion, TipoInteraccion } from '#contract/interacciones.ts';
import { addDays, localDate } from '../core/time.ts';
import type { ClienteRow } from './clientes.ts';
import type { Evento } from './historia.ts';
import { DAY, HOUR, iso, type Mundo } from './mundo.ts';
import { weighted } from './random.ts';

export type InteraccionRow = {
  id: number;
  clienteId: number;
  tipo: TipoInteraccion;
  direccion: Direccion | null;
  resumen: string;
  detalle: string | null;
  resultado: ResultadoInteraccion | null;
  fecha: string;
  responsableId: string | null;
  seguimientoEn: string | null;
  seguimientoNota: string | null;
  seguimientoResponsableId: string | null;
  seguimientoHechoEn: string | null;
  seguimientoHechoPor: string | null;
  creadoPor: string | null;
  creadoEn: string;
  actualizadoEn: string;
};

type Guion = {
  tipo: TipoInteraccion;
  direccion: Direccion | null;
  resumen: string;
  resultado: ResultadoInteraccion | null;
  detalle?: string;
  sigue?: string;
};

const guion = (
  tipo: TipoInteraccion,
  direccion: Direccion | null,
  resumen: string,
  resultado: ResultadoInteraccion | null,
  rest: Pick<Guion, 'detalle' | 'sigue'> = {},
): Guion => ({ tipo, direccion, resumen, resultado, ...rest });

const guiones = weighted<Guion>([
  [
    guion('WHATSAPP', 'ENTRANTE', 'Preguntó por fechas y precios', 'INTERESADO', {
      detalle: 'Vio una publicación nuestra. Le mandé las fechas del próximo mes y los precios.',
      sigue: 'Ver si se decidió por una fecha',
    }),
    22,
  ],
  [
    guion('WHATSAPP', 'SALIENTE', 'Le recordé el pago pendiente', 'RESUELTO', {
      detalle: 'Dijo que transfiere hoy en la tarde y manda el comprobante.',
      sigue: 'Revisar si llegó la transferencia',
    }),
    14,
  ],
  [guion('WHATSAPP', 'ENTRANTE', 'Mandó el comprobante de la transferencia', 'RESUELTO'), 12],
  [guion('LLAMADA', 'SALIENTE', 'No contestó', 'SIN_RESPUESTA', { sigue: 'Volver a llamar' }), 10],
  [
    guion('LLAMADA', 'ENTRANTE', 'Consultó si puede venir con su hija de 10 años', 'INTERESADO', {
      sigue: 'Confirmar si quedan dos cupos juntos',
    }),
    8,
  ],
  [
    guion('LLAMADA', 'SALIENTE', 'Le conté del taller nuevo', 'NO_INTERESADO', {
      detalle: 'Por ahora no puede: trabaja los sábados. Prefiere que le escribamos en marzo.',
    }),
    8,
  ],
  [guion('CORREO', 'ENTRANTE', 'Pidió boleta a nombre de su empresa', 'RESUELTO'), 6],
  [
    guion('CORREO', 'SALIENTE', 'Le mandé la cotización para un grupo', 'INTERESADO', {
      detalle: 'Doce personas, un viernes en la tarde, con materiales incluidos.',
      sigue: 'Preguntar si aprobaron la cotización',
    }),
    6,
  ],
  [guion('REUNION', null, 'Vino a conocer el taller', 'INTERESADO'), 5],
  [guion('NOTA', null, 'Prefiere que le escriban después de las seis', null), 9],
]);

const cuantas = weighted<number>([
  [0, 43],
  [1, 30],
  [2, 16],
  [3, 7],
  [5, 4],
]);

/** How likely something agreed lately is still to be done. */
const PENDIENTE_DIAS = 6;

/** The contacts that were logged with a person, with their trace in the person's history. */
export function conversar(
  mundo: Mundo,
  cliente: ClienteRow,
): { filas: InteraccionRow[]; eventos: Evento[] } {
  const { random, hoy } = mundo;
  const desde = Date.parse(cliente.creadoEn);
  const filas: InteraccionRow[] = [];
  const eventos: Evento[] = [];
  for (let n = cuantas(random); n > 0; n -= 1) {
    // Most in the weeks after they came, the rest at any time since.
    const span = random.chance(0.6) ? Math.min(40 * DAY, hoy - desde) : hoy - desde;
    const dia = Math.floor((desde + random.next() * span) / DAY) * DAY;
    // Between ten in the morning and eight in the evening, as school and people do.
    const en = Math.max(desde + HOUR, dia + random.int(13 * 60, 23 * 60) * 60_000);
    if (en >= hoy) continue;
    const plan = guiones(random);
    filas.push(filaDe(mundo, cliente, plan, en));
    if (plan.tipo === 'NOTA') continue;
    eventos.push({ en, causa: plan.resultado === 'INTERESADO' ? 'INTERACCION' : 'ACTIVIDAD' });
  }
  return { filas, eventos };
}

function filaDe(mundo: Mundo, cliente: ClienteRow, plan: Guion, en: number): InteraccionRow {
  const { random, hoy, usuarioId, zona } = mundo;
  const fecha = iso(en);
  const sigue = plan.sigue !== undefined && random.chance(0.7);
  // Only of the last days is anything still to be done.
  const pendiente = sigue && hoy - en < PENDIENTE_DIAS * DAY;
  const seguimientoEn = sigue ? addDays(localDate(fecha, zona), random.int(1, 7)) : null;
  const hecho = sigue && !pendiente;
  return {
    id: mundo.ids('interaccion'),
    clienteId: cliente.id,
    tipo: plan.tipo,
    direccion: plan.direccion,
    resumen: plan.resumen,
    detalle: plan.detalle ?? null,
    resultado: plan.resultado,
    fecha,
    responsableId: usuarioId,
    seguimientoEn,
    seguimientoNota: sigue ? (plan.sigue ?? null) : null,
    seguimientoResponsableId: sigue ? usuarioId : null,
    seguimientoHechoEn: hecho ? iso(Math.min(hoy, en + random.int(1, 7) * DAY)) : null,
    seguimientoHechoPor: hecho ? usuarioId : null,
    creadoPor: usuarioId,
    creadoEn: fecha,
    actualizadoEn: fecha,
  };
}
