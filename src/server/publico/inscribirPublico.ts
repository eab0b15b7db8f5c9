import type { z } from 'zod';
import type { inscripcionPublicaCampos, ReservaPublica } from '#contract/publico.ts';
import { captureCliente } from '../clientes/captura.ts';
import { origenFromUtm } from '../clientes/origen.policy.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { storeAnswer, storedAnswer } from '../core/http/idempotency.ts';
import type { Idempotency } from '../core/http/route.ts';
import { eventoDeVenta, takeAll, writeVenta } from '../ventas/vender.ts';
import type { TallerEnVenta } from './publico.queries.ts';
import { presentReserva } from './readPublico.ts';

type Input = z.output<typeof inscripcionPublicaCampos>;
export type Visita = { ip: string; userAgent: string | undefined };

const HOUR_MS = 3_600_000;

/** When a web hold made now ends: after the hours of the setting, or when the Taller begins. */
function holdUntil(taller: { horasReserva: number; iniciaEn: string }, now: string): string {
  const end = new Date(Date.parse(now) + taller.horasReserva * HOUR_MS).toISOString();
  return end < taller.iniciaEn ? end : taller.iniciaEn;
}

/**
 * A visitor enrols: the person is captured, the sale written with its hold, and the seats taken last.
 * @throws {AppError} SIN_CUPOS, TALLER_NO_DISPONIBLE, SOLICITUD_EN_CURSO, CLAVE_REUTILIZADA.
 */
export async function inscribirPublico(
  trx: Trx,
  ctx: Ctx,
  taller: TallerEnVenta,
  input: Input,
  visita: Visita,
  idempotency: Idempotency | undefined,
): Promise<ReservaPublica> {
  const stored = await storedAnswer<ReservaPublica>(trx, idempotency);
  if (stored) return stored;

  const { email, nombres, apellidos, telefono, cantidad } = input;
  const { utmSource, utmMedium, utmCampaign } = input;
  const linea = {
    tallerId: taller.id,
    cantidad,
    precioUnitario: taller.precio,
    descuento: 0,
    descuentoMotivo: null,
    afectoIva: taller.afectoIva,
  };
  const { id: clienteId } = await captureCliente(trx, ctx, {
    evento: eventoDeVenta([linea]),
    email,
    nombres,
    apellidos,
    telefono,
    origen: origenFromUtm(utmSource, 'WEB'),
    origenDetalle: { utmSource, utmMedium, utmCampaign },
    acepta: input.aceptaNovedades
      ? {
          texto: taller.textoConsentimiento,
          version: taller.versionConsentimiento,
          canal: 'WEB',
          evidencia: { ...visita, taller: taller.slug },
        }
      : undefined,
  });
  const venceEn = holdUntil(taller, ctx.now);
  const { cobroId, codigo, estado, total } = await writeVenta(trx, ctx, {
    clienteId,
    canal: 'WEB',
    venceEn,
    lineas: [linea],
  });
  const answer = presentReserva(
    {
      ...taller,
      codigo,
      estado,
      total,
      cantidad,
      pagado: 0,
      venceEn: estado === 'PAGADO' ? null : venceEn,
      vencidoEn: null,
    },
    ctx.now,
  );
  await storeAnswer(trx, idempotency, answer, ctx.now);
  await takeAll(trx, ctx, cobroId, [linea], 'ANTES_DE_EMPEZAR');
  return answer;
}
