import { slugify } from '../core/text.ts';
import { pickComuna } from './lugares.ts';
import type { Random } from './random.ts';
import { rutOf } from './rut.ts';

const rubros: readonly (readonly [string, string])[] = [
  ['Constructora', 'Construcción de edificios'],
  ['Consultora', 'Asesorías y capacitación'],
  ['Viña', 'Elaboración de vinos'],
  ['Clínica', 'Servicios de salud'],
  ['Laboratorio', 'Análisis y ensayos'],
  ['Comercial', 'Comercio al por mayor'],
  ['Editorial', 'Edición de libros'],
  ['Hotel', 'Alojamiento'],
  ['Colegio', 'Enseñanza'],
  ['Estudio', 'Arquitectura y diseño'],
  ['Cooperativa', 'Ahorro y crédito'],
  ['Transportes', 'Transporte de carga'],
];
const raices =
  `Los Maitenes|Quillay|Aguas Claras|Cordillera|Puerto Sur|Alerce|Los Notros|Peumo|Mar del Norte
|Costanera|Andes Verdes|Pudú|Ruca Newen|El Boldo|Las Araucarias|Bahía Mansa|Chinchorro|Copihue|El Mirador
|Santa Emilia|San Joaquín del Valle|Lago Azul|Tricahue|Cóndor Blanco|Piedra Roja|Ventisquero|El Ulmo|Nalca
|Rucamanqui|Tres Esteros|La Chimba|El Almendral|Canelo|Raulí|Coigüe|Lenga|Mañío|Ciprés|Arrayán|Litre`
    .split('|')
    .map((name) => name.trim());
const formas = ['SpA', 'Ltda.', 'S.A.'];

export type EmpresaRow = {
  id: number;
  razonSocial: string;
  nombreFantasia: string;
  rut: string;
  giro: string;
  email: string;
  telefono: string;
  direccion: string;
  comuna: string;
  creadoEn: string;
  actualizadoEn: string;
};

/** The `index`-th invented company (480 different names, then numbered ones). */
export function createEmpresa(
  random: Random,
  index: number,
  id: number,
  creadoEn: string,
): EmpresaRow {
  const combos = rubros.length * raices.length;
  const place = (index * 37) % combos;
  const [rubro, giro] = rubros[place % rubros.length] as (typeof rubros)[number];
  const raiz = raices[Math.floor(place / rubros.length)] as string;
  const number = Math.floor(index / combos);
  const nombreFantasia = `${rubro} ${raiz}${number ? ` ${number + 1}` : ''}`;
  return {
    id,
    razonSocial: `${nombreFantasia} ${random.pick(formas)}`,
    nombreFantasia,
    rut: rutOf(76_000_000 + index * 1213 + random.int(0, 999)),
    giro,
    email: `contacto@${domainOf(nombreFantasia)}`,
    telefono: `+562${random.int(22_000_000, 29_999_999)}`,
    direccion: `Avenida ${random.pick(raices)} ${random.int(100, 4900)}, oficina ${random.int(101, 1804)}`,
    comuna: pickComuna(random),
    creadoEn,
    actualizadoEn: creadoEn,
  };
}

/** `Viña Los Notros` → `vinalosnotros.cl`. */
export function domainOf(nombreFantasia: string): string {
  return `${slugify(nombreFantasia).replaceAll('-', '')}.cl`;
}
