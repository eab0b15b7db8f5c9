import {
  DIAS_DESHACER_IMPORTACION,
  type EstadoImportacion,
  type Importacion,
  type Mapeo,
  type TipoImportacion,
} from '#contract/importaciones.ts';

type Vista = {
  estado: EstadoImportacion;
  tipo: TipoImportacion;
  mapeo: Mapeo | null;
  terminadaEn: string | null;
};

const DAY_MS = 86_400_000;

/** What a mapping still lacks to be reviewed, in words; undefined when nothing. */
export function faltaEnMapeo(tipo: TipoImportacion, mapeo: Mapeo | null): string | undefined {
  const campos = new Set((mapeo ?? []).map(({ campo }) => campo));
  if (!['email', 'telefono', 'rut'].some((campo) => campos.has(campo as 'email'))) {
    return 'Indica qué columna tiene el correo, el teléfono o el RUT.';
  }
  if (tipo === 'INSCRIPCIONES' && !campos.has('taller')) {
    return 'Indica qué columna tiene el taller.';
  }
  return undefined;
}

/** Whether the days in which a run can be undone have not passed at an instant. */
export function enPlazoDeDeshacer(terminadaEn: string | null, now: string): boolean {
  const since = Date.parse(now) - DIAS_DESHACER_IMPORTACION * DAY_MS;
  return terminadaEn !== null && Date.parse(terminadaEn) >= since;
}

/** What may be done with an import as it stands. `leida` tells whether its rows were read. */
export function importacionPuede(
  { estado, tipo, mapeo, terminadaEn }: Vista,
  leida: boolean,
  now: string,
): Importacion['puede'] {
  const quieta = estado === 'POR_MAPEAR' || estado === 'REVISADA' || estado === 'FALLIDA';
  const legible = quieta && leida;
  return {
    mapear: quieta && terminadaEn === null,
    revisar: legible && terminadaEn === null && faltaEnMapeo(tipo, mapeo) === undefined,
    importar: estado === 'REVISADA',
    deshacer: estado === 'COMPLETADA' && enPlazoDeDeshacer(terminadaEn, now),
    eliminar:
      terminadaEn === null &&
      !['IMPORTANDO', 'DESHACIENDO', 'COMPLETADA', 'DESHECHA'].includes(estado),
  };
}
