import type { Variable } from '#contract/plantillas.ts';

/** What a message is about, beside the person and the school; the variables of the rest do not exist in it. */
export type Asunto = { taller?: boolean; curso?: boolean; producto?: boolean; comercial?: boolean };

type Fila = readonly [nombre: string, descripcion: string, ejemplo: string];

/** Variables under the heading that the menu shows them by. */
export const grupo = (nombre: string, filas: readonly Fila[]): Variable[] =>
  filas.map(([variable, descripcion, ejemplo]) => ({
    nombre: variable,
    descripcion,
    ejemplo,
    grupo: nombre,
  }));

const persona = grupo('Persona', [
  ['cliente.nombres', 'Nombres de quien lo recibe', 'Camila'],
  ['cliente.apellidos', 'Apellidos', 'Rojas'],
  ['cliente.nombreCompleto', 'Nombres y apellidos', 'Camila Rojas'],
  ['cliente.email', 'Su correo', 'camila.rojas@example.com'],
  ['cliente.comuna', 'Comuna donde vive', 'Ñuñoa'],
  ['cliente.empresa', 'Empresa, si es contacto de una', 'Cafetería Los Aromos'],
]);

const escuela = grupo('Escuela', [
  ['negocio.nombre', 'Nombre de la escuela', 'Taller de muestra'],
  ['negocio.email', 'Correo de la escuela', 'hola@example.com'],
  ['negocio.telefono', 'Teléfono', '+56 2 2345 6789'],
  ['negocio.whatsapp', 'Número de WhatsApp', '+56 9 8765 4321'],
  ['negocio.direccion', 'Dirección', 'Av. Irarrázaval 1234, Ñuñoa'],
  ['negocio.web', 'Dirección del sitio', 'https://example.com'],
]);

const taller = grupo('Taller', [
  ['taller.titulo', 'Nombre del taller', 'Cerámica gres para empezar'],
  ['taller.fecha', 'Día en que comienza', 'sábado 5 de diciembre'],
  ['taller.hora', 'Hora en que comienza', '10:00'],
  ['taller.lugar', 'Lugar, o que es en vivo', 'Casa Taller'],
  ['taller.direccion', 'Dirección del lugar', 'Los Alerces 45'],
  ['taller.comuna', 'Comuna del lugar', 'Providencia'],
  ['taller.precio', 'Precio por cupo', '$35.000'],
  ['taller.instructor', 'Quien lo dicta', 'Antonia Fuentes'],
  ['taller.cuposLibres', 'Cupos libres al enviar', '4'],
  [
    'taller.enlace',
    'Página del taller, para inscribirse',
    'https://example.com/talleres/ceramica-gres',
  ],
]);

const curso = grupo('Curso', [
  ['curso.titulo', 'Nombre del curso', 'Bordado desde cero'],
  ['curso.precio', 'Precio', '$49.000'],
  ['curso.instructor', 'Quien lo dicta', 'Daniela Soto'],
  ['curso.enlace', 'Página del curso, para comprarlo', 'https://example.com/cursos/bordado'],
]);

const producto = grupo('Producto', [
  ['producto.nombre', 'Nombre del producto', 'Kit de bordado'],
  ['producto.precio', 'Precio', '$18.000'],
]);

const enlaces = grupo('Enlaces', [
  [
    'enlaces.preferencias',
    'Página donde elige qué correos recibe',
    'https://example.com/correo/preferencias/ejemplo',
  ],
  [
    'enlaces.baja',
    'Página para no recibir más; el pie del correo ya la lleva',
    'https://example.com/correo/baja/ejemplo',
  ],
  [
    'enlaces.ver',
    'El correo como página, si no se ve bien',
    'https://example.com/correo/ver/ejemplo',
  ],
]);

/**
 * The variables that may be written in a message about something: those of the person and of the school always,
 * those of a taller, curso or producto when it is about one, and the links of promotional mail in such mail.
 */
export function variablesDe(asunto: Asunto): Variable[] {
  return [
    ...persona,
    ...escuela,
    ...(asunto.taller ? taller : []),
    ...(asunto.curso ? curso : []),
    ...(asunto.producto ? producto : []),
    ...(asunto.comercial ? enlaces : []),
  ];
}

/** All that a template may hold: what it is about is chosen later, in the campaign. */
export const variablesDePlantilla = variablesDe({
  taller: true,
  curso: true,
  producto: true,
  comercial: true,
});

/** The names of some variables, as the check of a content takes them. */
export function nombresDe(variables: Variable[]): string[] {
  return variables.map(({ nombre }) => nombre);
}

/** The examples of some variables as values for Liquid: `cliente.nombres` becomes `{ cliente: { nombres } }`. */
export function ejemplosDe(variables: Variable[]): Record<string, unknown> {
  const datos: Record<string, Record<string, string> | string> = {};
  for (const { nombre, ejemplo } of variables) {
    const [de = '', campo] = nombre.split('.');
    if (campo === undefined) {
      datos[de] = ejemplo;
      continue;
    }
    const grupoDe = datos[de];
    datos[de] = { ...(typeof grupoDe === 'object' ? grupoDe : {}), [campo]: ejemplo };
  }
  return datos;
}
