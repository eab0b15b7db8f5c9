import { type RawBuilder, sql } from 'kysely';
import { AJENO, CHANCE, CONTRA, MIN_CONFIANZA, PARECIDO, PROVEEDORES } from './confianza.policy.ts';

const n = (value: number) => sql.lit(value);

/**
 * What two rows of people have in common, as the body of a lateral: `motivos` and `confianza`. Each alias is a row with
 * id, texto (folded names), email, telefono, rut, comuna and fecha_nacimiento.
 */
export function senales(x: string, y: string): RawBuilder<unknown> {
  const [a, b] = [sql.raw(x), sql.raw(y)];
  const gmail = (who: RawBuilder<unknown>) =>
    sql`split_part(${who}.email, '@', 2) in ('gmail.com', 'googlemail.com')`;
  const dominio = (who: RawBuilder<unknown>) => sql`split_part(${who}.email, '@', 2)`;
  const local = (who: RawBuilder<unknown>) =>
    sql`split_part(split_part(${who}.email, '@', 1), '+', 1)`;
  const proveedores = sql.lit(`{${PROVEEDORES.join(',')}}`);
  return sql`
    select array_remove(array[
        case when mismo_rut then 'RUT' end,
        case when correo_parecido then 'EMAIL_PARECIDO' end,
        case when mismo_telefono then 'TELEFONO' end,
        case when nombre >= 0.5 and mismo_nombre and misma_comuna then 'NOMBRE_Y_COMUNA'
          when nombre > 0 then 'NOMBRE_PARECIDO' end
      ], null) as motivos,
      greatest(1, least(99, round(100 * (1 - (1 - rut) * (1 - correo) * (1 - telefono) * (1 - nombre)) * contra)))::int
        as confianza
    from (select coalesce(similarity(${a}.texto, ${b}.texto), 0) as igual offset 0) letras
    cross join lateral (
      select coalesce(${a}.rut = ${b}.rut, false) as mismo_rut,
        coalesce(${a}.telefono = ${b}.telefono, false) as mismo_telefono,
        coalesce(${a}.comuna = ${b}.comuna, false) as misma_comuna,
        coalesce(${a}.email <> ${b}.email and clave_email(${a}.email) = clave_email(${b}.email) and case
          when ${gmail(a)} and ${gmail(b)} then true
          when ${local(a)} <> ${local(b)} then false
          when ${dominio(a)} = ${dominio(b)} then true
          else similarity(${dominio(a)}, ${dominio(b)}) >= 0.35
            and (${dominio(a)} = any(${proveedores}::text[])) <> (${dominio(b)} = any(${proveedores}::text[]))
        end, false) as correo_parecido,
        igual = 1 as mismo_nombre,
        array_length(string_to_array(trim(${a}.texto), ' '), 1) >= 3 as largo,
        ${a}.comuna is null or ${b}.comuna is null as sin_comuna,
        case when ${a}.rut <> ${b}.rut then ${n(CONTRA.rut)} else 1 end
          * case when ${a}.fecha_nacimiento <> ${b}.fecha_nacimiento then ${n(CONTRA.nacimiento)} else 1 end as contra
      -- Each fact is worked out once.
      offset 0
    ) hechos
    cross join lateral (
      select case when mismo_rut then ${n(CHANCE.rut)} else 0 end as rut,
        case when correo_parecido then ${n(CHANCE.correo)} else 0 end as correo,
        case when not mismo_telefono then 0 when igual < ${n(AJENO)} then ${n(CHANCE.telefonoAjeno)} else ${n(CHANCE.telefono)} end as telefono,
        case when (mismo_rut or correo_parecido or mismo_telefono) and igual >= ${n(PARECIDO)} then ${n(CHANCE.nombreConOtro)} * igual
          when misma_comuna and mismo_nombre then case when largo then ${n(CHANCE.nombreLargoYComuna)} else ${n(CHANCE.nombreYComuna)} end
          when misma_comuna and igual >= ${n(PARECIDO)} then ${n(CHANCE.nombreParecido)} * igual
          when sin_comuna and mismo_nombre and largo then ${n(CHANCE.nombreSinComuna)}
          else 0 end as nombre
      offset 0
    ) posibilidades`;
}

/** Whether what `s` says, the row of `senales`, is worth showing. */
export const enough = sql<boolean>`(s.confianza >= ${n(MIN_CONFIANZA)} and cardinality(s.motivos) > 0)`;
