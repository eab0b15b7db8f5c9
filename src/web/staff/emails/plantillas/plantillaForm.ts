import type { z } from 'zod';
import type { Plantilla, plantillaCampos } from '#contract/plantillas.ts';
import { ejemplos } from './ejemplos.ts';

export type PlantillaDraft = Required<z.input<typeof plantillaCampos>>;

/** The fields of a form, of a template or of a new one. */
export function draftOf(plantilla?: Plantilla): PlantillaDraft {
  if (!plantilla) return { nombre: '', tipo: 'OFERTA', ...ejemplos.OFERTA };
  const { nombre, tipo, asunto, preheader, cuerpo } = plantilla;
  return { nombre, tipo, asunto, preheader: preheader ?? '', cuerpo };
}

export function copyOf(plantilla: Plantilla): PlantillaDraft {
  const { nombre, ...rest } = draftOf(plantilla);
  return { ...rest, nombre: `Copia de ${nombre}`.slice(0, 120) };
}

/** How the fields are called on screen. */
export const campos: Record<string, string> = {
  nombre: 'Nombre',
  tipo: 'Para qué es',
  asunto: 'Asunto',
  preheader: 'Línea que sigue al asunto',
  cuerpo: 'Mensaje',
};
