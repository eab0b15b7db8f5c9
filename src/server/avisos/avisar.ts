import { sql } from 'kysely';
import type { Ctx, Deps } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { esComercial } from '../emails/emails.policy.ts';
import { type NuevoAutomatico, queueEmail } from '../emails/queueEmail.ts';
import { readTransporte } from '../emails/transporte.ts';
import { type Alcance, viasPara } from './avisos.policy.ts';
import { type NuevoAviso, prepareAviso } from './prepareAviso.ts';

type Correo = Pick<NuevoAutomatico, 'automatico' | 'referencia' | 'causa' | 'venceEn'>;

async function selectAlcance(
  trx: Trx,
  clienteId: number,
  automatico: Correo['automatico'],
): Promise<Pick<Alcance, 'email' | 'bloqueado' | 'supresion' | 'activo'>> {
  const { rows } = await sql<Pick<Alcance, 'email' | 'bloqueado' | 'supresion' | 'activo'>>`
    select c.email, c.bloqueado_en is not null as bloqueado, s.motivo as supresion,
      not exists (select from correo_automatico where clave = ${automatico} and not activo) as activo
    from cliente c left join supresion s on s.email = c.email
    where c.id = ${clienteId}`.execute(trx);
  return rows[0] ?? { email: null, bloqueado: true, supresion: null, activo: false };
}

/**
 * Tells a person something, in the transaction of its cause: by an automatic mail, and by a message that staff
 * sends where mail does not reach them (no address or one that bounces, the mail switched off, no server for it).
 */
export async function avisar(
  trx: Trx,
  ctx: Ctx,
  deps: Deps,
  { correo, aviso }: { correo: Correo; aviso: NuevoAviso },
): Promise<void> {
  const { tipo } = await readTransporte({ ...deps, db: trx });
  const { automatico } = correo;
  const vias = viasPara({
    ...(await selectAlcance(trx, aviso.clienteId, automatico)),
    comercial: esComercial(automatico),
    local: tipo === 'LOCAL',
  });
  if (vias.correo) await queueEmail(trx, ctx, { ...correo, clienteId: aviso.clienteId });
  if (vias.aviso) await prepareAviso(trx, ctx, aviso);
}
