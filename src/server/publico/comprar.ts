import type { z } from 'zod';
import type { compraCursoCampos, ReservaPublica } from '#contract/publico.ts';
import { captureCliente } from '../clientes/captura.ts';
import { origenFromUtm } from '../clientes/origen.policy.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { invalid } from '../core/errors.ts';
import { storeAnswer, storedAnswer } from '../core/http/idempotency.ts';
import type { Idempotency } from '../core/http/route.ts';
import {
  eventoDeVenta,
  type Linea,
  queueConfirmacion,
  takeAll,
  writeVenta,
} from '../ventas/vender.ts';
import { selectKitsPedidos } from './kits.queries.ts';
import { presentReserva } from './presentReserva.ts';
import type { NegocioQueVende } from './publico.queries.ts';

type Campos = z.output<typeof compraCursoCampos>;
export type Visita = { ip: string; userAgent: string | undefined };

/** What a visitor buys besides kits, and how it is told afterwards. */
export type Articulo = {
  linea: Linea;
  slug: string;
  interesId: number | null;
  venceEn: string;
  presentado: Pick<ReservaPublica['lineas'][number], 'titulo' | 'taller' | 'cursoSlug'>;
};

type LineaNueva = { linea: Linea; presentada: ReservaPublica['lineas'][number] };

function present(linea: Linea, rest: Articulo['presentado']): LineaNueva {
  const { tipo, cantidad, precioUnitario, descuento } = linea;
  return {
    linea,
    presentada: {
      tipo,
      cantidad,
      total: precioUnitario * cantidad - descuento,
      anulada: false,
      entrega: tipo === 'PRODUCTO' ? 'POR_ENTREGAR' : null,
      entregaNota: null,
      ...rest,
    },
  };
}

/** @throws {AppError} VALIDACION for a kit that is repeated, or not offered with what is bought. */
async function priceKits(
  trx: Trx,
  interesId: number | null,
  pedidos: NonNullable<Campos['productos']>,
): Promise<LineaNueva[]> {
  if (pedidos.length === 0) return [];
  const slugs = pedidos.map(({ slug }) => slug);
  const kits = await selectKitsPedidos(trx, interesId, slugs);
  return pedidos.map(({ slug, cantidad }, i) => {
    const kit = kits.find((one) => one.slug === slug);
    if (!kit) throw invalid(`productos.${i}.slug`, 'Este kit ya no se vende aquí.');
    if (slugs.indexOf(slug) !== i) throw invalid(`productos.${i}.slug`, 'Este kit está repetido.');
    const { id: productoId, precio: precioUnitario, afectoIva, nombre: titulo } = kit;
    const price = { cantidad, precioUnitario, afectoIva, descuento: 0, descuentoMotivo: null };
    const linea: Linea = { tipo: 'PRODUCTO', productoId, ...price };
    return present(linea, { titulo, taller: null, cursoSlug: null });
  });
}

/**
 * A visitor buys: the person is captured, the sale written with its hold, and seats and stock taken last.
 * @throws {AppError} SIN_CUPOS, SIN_STOCK, TALLER_NO_DISPONIBLE, YA_INSCRITO (in a course), VALIDACION,
 * SOLICITUD_EN_CURSO, CLAVE_REUTILIZADA.
 */
export async function comprar(
  trx: Trx,
  ctx: Ctx,
  articulo: Articulo,
  negocio: NegocioQueVende,
  input: Campos,
  visita: Visita,
  idempotency: Idempotency | undefined,
): Promise<ReservaPublica> {
  const stored = await storedAnswer<ReservaPublica>(trx, idempotency);
  if (stored) return stored;

  const kits = await priceKits(trx, articulo.interesId, input.productos ?? []);
  const nuevas = [present(articulo.linea, articulo.presentado), ...kits];
  const lineas = nuevas.map(({ linea }) => linea);
  const { email, nombres, apellidos, telefono, utmSource, utmMedium, utmCampaign } = input;
  const { id: clienteId } = await captureCliente(trx, ctx, {
    evento: eventoDeVenta(lineas),
    email,
    nombres,
    apellidos,
    telefono,
    origen: origenFromUtm(utmSource, 'WEB'),
    origenDetalle: { utmSource, utmMedium, utmCampaign },
    acepta: input.aceptaNovedades
      ? {
          texto: negocio.textoConsentimiento,
          version: negocio.versionConsentimiento,
          canal: 'WEB',
          evidencia: { ...visita, [articulo.linea.tipo.toLowerCase()]: articulo.slug },
        }
      : undefined,
  });
  const { venceEn } = articulo;
  const venta = { clienteId, empresaId: null, canal: 'WEB', venceEn, lineas } as const;
  const vendido = await writeVenta(trx, ctx, venta);
  const { codigo, estado, total } = vendido;
  const answer = presentReserva(
    {
      ...negocio,
      codigo,
      estado,
      total,
      pagado: 0,
      venceEn: estado === 'PAGADO' ? null : venceEn,
      vencidoEn: null,
      comprobante: null,
    },
    nuevas.map(({ presentada }) => presentada),
    ctx.now,
  );
  await storeAnswer(trx, idempotency, answer, ctx.now);
  await queueConfirmacion(trx, ctx, vendido.cobroId, clienteId);
  await takeAll(trx, ctx, vendido.lineas, 'ANTES_DE_EMPEZAR');
  return answer;
}
