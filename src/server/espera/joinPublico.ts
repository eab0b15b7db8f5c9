import type { z } from 'zod';
import type { EsperaPublica, joinEsperaPublica } from '#contract/espera.ts';
import { captureCliente } from '../clientes/captura.ts';
import { origenFromUtm } from '../clientes/origen.policy.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { joinEspera } from './joinEspera.ts';
import { readEsperaPublica } from './readEspera.ts';

type Input = z.output<typeof joinEsperaPublica.body>;
export type Visita = { ip: string; userAgent: string | undefined };

/**
 * A visitor asks to be told when a seat is free.
 * @throws {AppError} NO_ENCONTRADO, and those of `joinEspera`.
 */
export async function joinPublico(
  trx: Trx,
  ctx: Ctx,
  slug: string,
  input: Input,
  visita: Visita,
): Promise<EsperaPublica> {
  const taller = found(
    await trx
      .selectFrom('taller')
      .innerJoin('negocio', (join) => join.onTrue())
      .select(['taller.id', 'negocio.textoConsentimiento', 'negocio.versionConsentimiento'])
      .where('taller.slug', '=', slug)
      .where('taller.estado', '!=', 'BORRADOR')
      .executeTakeFirst(),
    'ese taller',
  );
  const { email, nombres, apellidos, telefono, cantidad } = input;
  const { utmSource, utmMedium, utmCampaign } = input;
  const { id: clienteId } = await captureCliente(trx, ctx, {
    evento: 'LISTA_DE_ESPERA',
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
          evidencia: { ...visita, taller: slug },
        }
      : undefined,
  });
  const lugar = { tallerId: taller.id, clienteId, cantidad, canal: 'WEB' } as const;
  const id = await joinEspera(trx, ctx, lugar);
  return readEsperaPublica(trx, { id }, ctx.now);
}
