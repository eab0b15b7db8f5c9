import { sql } from 'kysely';
import type { Hoja } from '#contract/condicion.ts';
import {
  all,
  between,
  type Entorno,
  idIn,
  ids,
  ofThose,
  oneOf,
  type Parte,
  within,
} from '../parte.queries.ts';

type De<C extends Hoja['campo']> = Extract<Hoja, { campo: C }>;

/** Who was spoken or written with. A note is no contact, unless notes are asked for. */
export function contacto({ tipos, resultados, cuando }: De<'contacto'>, entorno: Entorno): Parte {
  return ids(
    sql`select n.cliente_id from interaccion n where ${all([
      oneOf(sql`n.tipo`, tipos) ?? sql`n.tipo <> 'NOTA'`,
      oneOf(sql`n.resultado`, resultados),
      within(sql`n.fecha`, cuando, entorno),
      ofThose(sql`n.cliente_id`, entorno),
    ])}`,
  );
}

/** When each happened to a message. */
const eventos = {
  RECIBIDO: { en: sql`e.enviado_en`, also: sql`e.estado = 'ENVIADO' and e.rebotado_en is null` },
  ABIERTO: { en: sql`e.abierto_en`, also: undefined },
  CLIC: { en: sql`e.clic_en`, also: undefined },
  REBOTADO: { en: sql`e.rebotado_en`, also: undefined },
};

/** Whose messages this happened to; `veces` counts messages. */
export function correo({ evento, campanas, cuando, veces }: De<'correo'>, entorno: Entorno): Parte {
  const { en, also } = eventos[evento];
  const count = veces && between(sql`count(*)`, veces);
  return ids(
    sql`select e.cliente_id from email_log e where ${all([
      sql`e.cliente_id is not null and ${en} is not null`,
      also,
      idIn(sql`e.campana_id`, campanas),
      within(en, cuando, entorno),
      ofThose(sql`e.cliente_id`, entorno),
    ])} ${count ? sql`group by e.cliente_id having ${count}` : sql``}`,
  );
}
