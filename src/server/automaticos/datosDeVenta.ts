import { sql } from 'kysely';
import type { EstadoPago } from '#contract/cobros.ts';
import { formatMomento } from '#contract/horario.ts';
import { formatPesos } from '#contract/money.ts';
import type { ReservaPublica } from '#contract/publico.ts';
import { formatRut } from '#contract/rut.ts';
import { saldosDe } from '../cobros/cobros.policy.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { transferenciaDe } from '../publico/presentReserva.ts';
import { comoPagar } from '../publico/publico.queries.ts';
import { readReserva } from '../publico/readReserva.ts';
import { dondeDe, horarioDe } from './horarios.ts';
import type { Datos, Entorno } from './parte.ts';

/** A sale as its mails tell it, and what decides whether they are worth sending. */
export type Venta = {
  datos: Datos;
  estado: EstadoPago;
  pagado: number;
  venceEn: string | null;
  /** Its hold ran out, also when a payment came too late. */
  vencida: boolean;
};

async function selectVenta(db: Db | Trx, cobroId: number, now: string) {
  const { rows } = await sql<{ codigo: string; lecciones: boolean }>`
    select codigo, exists (select from inscripcion_curso i where i.cobro_id = cobro.id
      and i.anulada_en is null and i.acceso_desde <= ${now}::timestamptz) as lecciones
    from cobro where id = ${cobroId}`.execute(db);
  return rows[0];
}

/** An amount in words, or null for none: what Liquid tells apart by `if`. */
const pesosOrNull = (monto: number) => (monto > 0 ? formatPesos(monto) : null);

function datosDeLinea(
  { titulo, cantidad, total, taller }: ReservaPublica['lineas'][number],
  { zona, now }: Entorno,
) {
  return {
    titulo,
    cantidad,
    total: total === 0 ? 'gratis' : formatPesos(total),
    horario: taller && horarioDe(taller, zona, now),
    donde: taller && dondeDe(taller),
  };
}

/** Every variable exists in every mail: one that is not there would stop it. */
const SIN_CUENTA = {
  banco: null,
  tipoCuenta: null,
  numeroCuenta: null,
  titular: null,
  rut: null,
  email: null,
};

type ComoPagar = Pick<ReservaPublica, 'transferencia' | 'instruccionesPago'>;

function presentComoPagar({ transferencia, instruccionesPago }: ComoPagar): Datos {
  return {
    transferencia: transferencia
      ? { ...transferencia, rut: formatRut(transferencia.rut) }
      : SIN_CUENTA,
    instruccionesPago,
  };
}

/** What the school says of paying, as the mails of sales tell it. */
export async function datosDePago(db: Db): Promise<Datos> {
  const row = await db.selectFrom('negocio').select(comoPagar).executeTakeFirstOrThrow();
  const { instruccionesPago } = row;
  return presentComoPagar({ transferencia: transferenciaDe(row), instruccionesPago });
}

/** A sale as it stands now: amounts, live lines and how to pay; undefined when there is none. */
export async function datosDeVenta(
  db: Db | Trx,
  cobroId: number,
  entorno: Entorno,
): Promise<Venta | undefined> {
  const { now, publicUrl, zona } = entorno;
  const row = await selectVenta(db, cobroId, now);
  if (!row) return undefined;
  const reserva = await readReserva(db, row.codigo, now);
  const { codigo, estado, total, pagado, venceEn, vencida } = reserva;
  const { saldo, saldoAFavor } = saldosDe({ total, pagado, estado });
  const lineas = reserva.lineas.filter(({ anulada }) => !anulada || estado === 'ANULADO');
  const conTaller = lineas.some(({ tipo }) => tipo === 'TALLER');
  const enlace = `${publicUrl}/reservas/${codigo}`;
  const datos = {
    cobro: {
      codigo,
      tipo: conTaller ? 'inscripción' : 'compra',
      total: formatPesos(total),
      pagado: pesosOrNull(pagado),
      saldo: pesosOrNull(saldo),
      aFavor: pesosOrNull(saldoAFavor),
      venceEn: estado === 'PENDIENTE' && venceEn ? formatMomento(venceEn, zona, now) : null,
      sinCupo: estado === 'ANULADO' && vencida ? 'sí' : null,
      enlace,
    },
    lineas: lineas.map((linea) => datosDeLinea(linea, entorno)),
    portal: { enlace: row.lecciones ? `${publicUrl}/mi` : null },
    ...presentComoPagar(reserva),
  };
  return { datos, estado, pagado, venceEn, vencida };
}
