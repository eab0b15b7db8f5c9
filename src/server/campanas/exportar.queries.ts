import { sql } from 'kysely';
import type { EstadoEmail } from '#contract/emails.ts';
import type { Db } from '../core/db/connect.ts';

export type Destinatario = {
  id: number;
  nombres: string | null;
  apellidos: string | null;
  email: string;
  estado: EstadoEmail;
  enviadoEn: string | null;
  respuesta: string | null;
  rebotadoEn: string | null;
  reclamadoEn: string | null;
  bajaEn: string | null;
  abiertoEn: string | null;
  clicEn: string | null;
};

/** Recipients of a campaign in the order of their messages, some at a time, named as they were then. */
export async function selectDestinatarios(
  db: Db,
  campanaId: number,
  { after, limit }: { after: number; limit: number },
): Promise<Destinatario[]> {
  const { rows } = await sql<Destinatario>`
    select e.id, e.datos -> 'cliente' ->> 'nombres' as nombres, e.datos -> 'cliente' ->> 'apellidos' as apellidos,
      e.email, e.estado, e.enviado_en, e.respuesta, e.rebotado_en, e.reclamado_en,
      (select min(b.creado_en) from email_evento b where b.email_log_id = e.id and b.tipo = 'BAJA')
        as baja_en,
      e.abierto_en, e.clic_en
    from email_log e
    where e.campana_id = ${campanaId} and e.id > ${after}
    order by e.campana_id, e.id limit ${limit}`.execute(db);
  return rows;
}
