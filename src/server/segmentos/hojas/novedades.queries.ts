import { sql } from 'kysely';
import { z } from 'zod';
import { type Parte, pred } from '../parte.queries.ts';

/** The check that the contract makes of an address, which PostgreSQL reads alike. */
const EMAIL = z.regexes.email.source;
const MAX_EMAIL = 254;

/** What each step of the rule asks of `c`, a cliente. */
export const permiso = {
  sinCorreo: sql<boolean>`c.email is null`,
  correoInvalido: sql<boolean>`(c.email !~ ${sql.lit(EMAIL)} or length(c.email) > ${sql.lit(MAX_EMAIL)})`,
  bloqueado: sql<boolean>`c.bloqueado_en is not null`,
  suprimido: sql<boolean>`exists (select from supresion s where s.email = c.email)`,
  /** The newest word of theirs is yes. */
  consiente: sql<boolean>`exists (
    select from consentimiento k
    where k.cliente_id = c.id and k.accion = 'OTORGADO' and not k.ajeno and not exists (
      select from consentimiento l where l.cliente_id = k.cliente_id and l.id > k.id and not l.ajeno))`,
};

/** Whether `c` may be sent promotional mail now: they agreed, and nothing stands against it. */
export const recibeNovedades = sql<boolean>`(c.email is not null and not ${permiso.correoInvalido}
  and c.bloqueado_en is null and not ${permiso.suprimido} and ${permiso.consiente})`;

export const novedades: Parte = pred(recibeNovedades);
