import type { FieldError } from '#contract/errors.ts';
import type { OpcionesImportacion } from '#contract/importaciones.ts';
import { anotarPersona, type DecisionPersona, decidirPersona } from './decidirPersona.ts';
import {
  anotarVenta,
  type DecisionVenta,
  decidirVenta,
  type VentaImportada,
} from './decidirVenta.ts';
import type { Accion } from './filas.queries.ts';
import type { Persona } from './libro.ts';
import type { FilaConValores, Saber } from './saber.ts';

type PersonaDecidida = Exclude<DecisionPersona, { errores: FieldError[] }>;

/** What a row does, once the rows before it were decided. */
export type FilaDecidida = {
  numero: number;
  accion: Accion;
  errores: FieldError[];
  avisos: FieldError[];
  /** None of a row in error or left out. */
  hecho?: { persona: Persona; decision: PersonaDecidida; venta?: VentaImportada };
};

/** Decides what a row does and notes it, so that the rows that follow know of it. Writes nothing. */
export function decidirFila(
  saber: Saber,
  opciones: OpcionesImportacion,
  hoy: string,
  { numero, valores }: FilaConValores,
): FilaDecidida {
  const { libro, catalogo, cuaderno } = saber;
  const failed = (errores: FieldError[]): FilaDecidida => ({
    numero,
    accion: 'ERROR',
    errores,
    avisos: [],
  });
  const decision = decidirPersona({ libro, catalogo, opciones, hoy }, valores);
  if ('errores' in decision) return failed(decision.errores);
  const conocida = 'persona' in decision ? decision.persona.id : undefined;
  const venta: DecisionVenta | undefined =
    saber.tipo === 'INSCRIPCIONES'
      ? decidirVenta(cuaderno, opciones, hoy, valores, conocida)
      : undefined;
  if (venta && 'error' in venta) return failed([venta.error]);
  if (venta && 'omitida' in venta) {
    return { numero, accion: 'OMITIR', errores: [], avisos: [venta.omitida] };
  }
  const persona = anotarPersona(libro, decision, -numero);
  const vendida = venta && 'venta' in venta ? venta.venta : undefined;
  if (vendida) {
    persona.tocada = true;
    anotarVenta(cuaderno, vendida, persona.id, numero);
  }
  return {
    numero,
    accion: accionDe(decision, opciones, vendida !== undefined, saber.tipo === 'CLIENTES'),
    errores: [],
    avisos: [...decision.avisos, ...(venta?.avisos ?? [])],
    hecho: { persona, decision, ...(vendida ? { venta: vendida } : {}) },
  };
}

function accionDe(
  decision: PersonaDecidida,
  { existentes }: OpcionesImportacion,
  vendida: boolean,
  soloPersonas: boolean,
): Accion {
  if ('nueva' in decision || vendida) return 'CREAR';
  if (existentes === 'OMITIR' && soloPersonas) return 'OMITIR';
  const cambia = Object.keys(decision.campos).length + decision.intereses.length > 0;
  return cambia ? 'ACTUALIZAR' : 'IGUAL';
}
