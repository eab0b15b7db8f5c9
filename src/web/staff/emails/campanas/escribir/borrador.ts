import { type Campana, updateCampana } from '#contract/campanas.ts';
import type { TipoCampana } from '#contract/emails.ts';
import { type AudienciaBorrador, completa } from '../audiencia/borrador.ts';

/** A campaign as it stands on the desk of whoever writes it. */
export type Borrador = {
  nombre: string;
  tipo: TipoCampana;
  plantillaId: number | null;
  asunto: string;
  preheader: string;
  cuerpo: string;
  tallerId: number | null;
  cursoId: number | null;
  productoId: number | null;
  audiencia: AudienciaBorrador;
  seguimiento: boolean;
};
export type Campo = keyof Borrador;

export function toBorrador(campana: Campana): Borrador {
  const { nombre, tipo, plantilla, asunto, preheader, cuerpo, audiencia, seguimiento } = campana;
  return {
    nombre,
    tipo,
    plantillaId: plantilla?.id ?? null,
    asunto,
    preheader: preheader ?? '',
    cuerpo,
    tallerId: campana.taller?.id ?? null,
    cursoId: campana.curso?.id ?? null,
    productoId: campana.producto?.id ?? null,
    audiencia,
    seguimiento,
  };
}

export type Problemas = Partial<Record<Campo, { valor: string; mensaje: string }>>;

export const campos: Campo[] = [
  'nombre',
  'tipo',
  'plantillaId',
  'asunto',
  'preheader',
  'cuerpo',
  'tallerId',
  'cursoId',
  'productoId',
  'audiencia',
  'seguimiento',
];

const falta = 'Elige para quién es.';

/**
 * What is to be saved of a draft: the fields that differ from what is saved, but those that cannot be,
 * and those that were refused as they stand; with what is wrong in each of these.
 */
export function porGuardar(
  ahora: Borrador,
  guardado: Borrador,
  rechazados: Problemas,
): { cambios: Partial<Record<Campo, unknown>>; problemas: Problemas } {
  const cambios: Partial<Record<Campo, unknown>> = {};
  const problemas: Problemas = {};
  for (const campo of campos) {
    const valor = JSON.stringify(ahora[campo]);
    if (valor === JSON.stringify(guardado[campo])) continue;
    const refused = rechazados[campo];
    if (refused?.valor === valor) {
      problemas[campo] = refused;
      continue;
    }
    const sent = campo === 'audiencia' ? completa(ahora.audiencia) : ahora[campo];
    const read = updateCampana.body.shape[campo].safeParse(sent);
    const mensaje = read.success ? undefined : (read.error.issues[0]?.message ?? 'No es válido.');
    if (sent === undefined) problemas[campo] = { valor, mensaje: falta };
    else if (mensaje) problemas[campo] = { valor, mensaje };
    else cambios[campo] = sent;
  }
  return { cambios, problemas };
}
