import type {
  CampoImportacion,
  Codificacion,
  Delimitador,
  EstadoImportacion,
  FilaImportacion,
  OpcionesImportacion,
  TipoImportacion,
} from '#contract/importaciones.ts';
import type { Tone } from '../../ui/EstadoBadge.tsx';

export const nombresTipo: Record<TipoImportacion, string> = {
  CLIENTES: 'Personas',
  INSCRIPCIONES: 'Inscripciones y pagos',
};

export const nombresEstado: Record<EstadoImportacion, string> = {
  LEYENDO: 'Leyendo',
  POR_MAPEAR: 'Por revisar',
  REVISANDO: 'Revisando',
  REVISADA: 'Lista para importar',
  IMPORTANDO: 'Importando',
  COMPLETADA: 'Importada',
  DESHACIENDO: 'Deshaciendo',
  DESHECHA: 'Deshecha',
  FALLIDA: 'No se pudo leer',
};

export const tonosEstado: Record<EstadoImportacion, Tone> = {
  LEYENDO: 'info',
  POR_MAPEAR: 'warn',
  REVISANDO: 'info',
  REVISADA: 'warn',
  IMPORTANDO: 'info',
  COMPLETADA: 'ok',
  DESHACIENDO: 'info',
  DESHECHA: 'off',
  FALLIDA: 'bad',
};

const dePersona: Partial<Record<CampoImportacion, string>> = {
  nombres: 'Nombres',
  apellidos: 'Apellidos',
  nombreCompleto: 'Nombre completo',
  email: 'Correo',
  telefono: 'Teléfono',
  rut: 'RUT',
  fechaNacimiento: 'Fecha de nacimiento',
  comuna: 'Comuna',
  origen: 'Origen',
  intereses: 'Intereses',
  empresa: 'Empresa',
  notas: 'Notas',
  fechaCaptura: 'Fecha de registro',
};

const deVenta: Partial<Record<CampoImportacion, string>> = {
  taller: 'Taller',
  fechaTaller: 'Fecha del taller',
  cantidad: 'Cupos',
  precio: 'Precio por cupo',
  descuento: 'Descuento',
  pagado: 'Monto pagado',
  fechaPago: 'Fecha del pago',
  medio: 'Medio de pago',
  referencia: 'Referencia del pago',
  estadoPago: 'Estado del pago',
};

/** What a column can be, for a Select. */
export function opcionesDeCampo(tipo: TipoImportacion) {
  const grupo = (nombres: Partial<Record<CampoImportacion, string>>) =>
    Object.entries(nombres).map(([value, label]) => ({ value, label }));
  const persona = { group: 'De la persona', items: grupo(dePersona) };
  if (tipo === 'CLIENTES') return [persona];
  return [persona, { group: 'De la inscripción', items: grupo(deVenta) }];
}

/** Fields that may take more than one column: their texts are joined, or the rest goes to the notes. */
export const variasColumnas = new Set<CampoImportacion>([
  'nombres',
  'apellidos',
  'email',
  'telefono',
  'intereses',
  'notas',
]);

export const nombresCodificacion: Record<Codificacion, string> = {
  'UTF-8': 'UTF-8 (la usual)',
  'WINDOWS-1252': 'Windows (Excel antiguo)',
  'UTF-16LE': 'UTF-16',
  'UTF-16BE': 'UTF-16 invertida',
};

export const nombresDelimitador: Record<Delimitador, string> = {
  ';': 'Punto y coma ( ; )',
  ',': 'Coma ( , )',
  '\t': 'Tabulación',
  '|': 'Barra ( | )',
};

export const nombresFechas: Record<NonNullable<OpcionesImportacion['fechas']>, string> = {
  DMA: 'Día/mes/año, como 25/12/2025',
  MDA: 'Mes/día/año, como 12/25/2025',
  AMD: 'Año/mes/día, como 2025/12/25',
};

type Accion = NonNullable<FilaImportacion['accion']>;

export const accionesAntes: Record<Accion, string> = {
  CREAR: 'Nueva',
  ACTUALIZAR: 'Se completa',
  IGUAL: 'Sin cambios',
  OMITIR: 'Se omite',
  ERROR: 'Con error',
};

export const accionesDespues: Record<Accion, string> = {
  CREAR: 'Creada',
  ACTUALIZAR: 'Completada',
  IGUAL: 'Sin cambios',
  OMITIR: 'Omitida',
  ERROR: 'Con error',
};

export const tonosAccion: Record<Accion, Tone> = {
  CREAR: 'ok',
  ACTUALIZAR: 'info',
  IGUAL: 'neutral',
  OMITIR: 'off',
  ERROR: 'bad',
};

const cifras = new Intl.NumberFormat('es-CL', { useGrouping: 'always' });

/** `1.250 filas`, `1 fila`. */
export function cuantas(n: number, una: string, varias: string): string {
  return n === 1 ? `1 ${una}` : `${cifras.format(n)} ${varias}`;
}
