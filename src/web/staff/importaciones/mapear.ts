import type {
  CampoImportacion,
  Importacion,
  Lectura,
  Mapeo,
  MapeoGuardado,
} from '#contract/importaciones.ts';

/** What a mapping still lacks before its rows can be looked at, in words; undefined when nothing. */
export function loQueFalta(mapeo: Mapeo, tipo: Importacion['tipo']): string | undefined {
  const campos = new Set(mapeo.map(({ campo }) => campo));
  if (!campos.has('email') && !campos.has('telefono') && !campos.has('rut')) {
    return 'Indica qué columna tiene el correo, el teléfono o el RUT: por ellos sabemos quién es cada persona.';
  }
  if (tipo === 'INSCRIPCIONES' && !campos.has('taller')) {
    return 'Indica qué columna tiene el nombre del taller.';
  }
  return undefined;
}

/** Where the columns of a file go by a kept mapping, whatever the case and accents of their titles. */
export function aplicarMapeo(guardado: MapeoGuardado, { columnas }: Lectura): Mapeo {
  const porTitulo = new Map<string, CampoImportacion>(
    Object.entries(guardado.mapeo).map(([titulo, campo]) => [clave(titulo), campo]),
  );
  return columnas.flatMap(({ indice, titulo }) => {
    const campo = porTitulo.get(clave(titulo));
    return campo === undefined ? [] : [{ indice, campo }];
  });
}

function clave(titulo: string): string {
  return titulo.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
