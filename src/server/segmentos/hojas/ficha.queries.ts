import { sql } from 'kysely';
import { comunas } from '#contract/comunas.ts';
import type { Hoja } from '#contract/condicion.ts';
import { foldText } from '../../core/text.ts';
import { addMonths } from '../../core/time.ts';
import { all, type Entorno, idIn, oneOf, type Sql, within } from '../parte.queries.ts';
import { contains } from '../texto.queries.ts';

type DeFicha = Extract<
  Hoja,
  {
    campo:
      | 'texto'
      | 'estado'
      | 'tipo'
      | 'origen'
      | 'utm'
      | 'comuna'
      | 'region'
      | 'empresa'
      | 'responsable'
      | 'capturado'
      | 'cumpleanos'
      | 'edad'
      | 'actividad';
  }
>;

/** What stands in the row of the person itself. */
export function ficha(hoja: DeFicha, entorno: Entorno): Sql {
  switch (hoja.campo) {
    case 'texto':
      return all(contains(hoja.contiene, entorno.search ?? 'BY_INDEX'));
    case 'estado':
      return all([oneOf(sql`c.estado`, hoja.en)]);
    case 'tipo':
      return sql`c.tipo = ${hoja.es}`;
    case 'origen':
      return all([oneOf(sql`c.origen`, hoja.en)]);
    case 'utm':
      return sql`strpos(normalizar(c.origen_detalle ->> ${sql.lit(hoja.parte)}), ${foldText(hoja.contiene)}) > 0`;
    case 'comuna':
      return all([oneOf(sql`c.comuna`, hoja.en)]);
    case 'region':
      return all([oneOf(sql`c.comuna`, comunasDe(hoja.en))]);
    case 'empresa':
      return all([idIn(sql`c.empresa_id`, hoja.empresas)]);
    case 'responsable':
      return responsable(hoja.en);
    case 'capturado':
      return all([within(sql`c.creado_en`, hoja.cuando, entorno)]);
    case 'actividad':
      return all([within(sql`c.ultima_actividad_en`, hoja.cuando, entorno)]);
    case 'cumpleanos':
      return sql`extract(month from c.fecha_nacimiento) = any(${hoja.meses}::int[])`;
    case 'edad':
      return edad(hoja, entorno.today);
  }
}

const comunasDe = (regiones: readonly string[]) =>
  comunas.map(({ codigo }) => codigo).filter((codigo) => regiones.includes(codigo.slice(0, 2)));

function responsable(en: readonly (string | null)[]): Sql {
  const someone = en.filter((id) => id !== null);
  const of = sql`c.responsable_id = any(${someone}::uuid[])`;
  return someone.length < en.length ? sql`(${of} or c.responsable_id is null)` : of;
}

/** In whole years today; without limits, whoever has told their day of birth. */
function edad({ min, max }: { min?: number | undefined; max?: number | undefined }, today: string) {
  return all([
    sql`c.fecha_nacimiento is not null`,
    min === undefined ? undefined : sql`c.fecha_nacimiento <= ${addMonths(today, -12 * min)}::date`,
    max === undefined
      ? undefined
      : sql`c.fecha_nacimiento > ${addMonths(today, -12 * (max + 1))}::date`,
  ]);
}
