import { sql } from 'kysely';
import type { Answer, Endpoint } from '#contract/endpoint.ts';
import * as contract from '#contract/reportes.ts';
import type { Db } from '../core/db/connect.ts';
import type { Contexto } from './contexto.queries.ts';
import { readAtribucion } from './readAtribucion.ts';
import { readCalificados } from './readCalificados.ts';
import { readCategorias } from './readCategorias.ts';
import { readEmbudo } from './readEmbudo.ts';
import { readEmpresas } from './readEmpresas.ts';
import { readIngresos } from './readIngresos.ts';
import { readOcupacion } from './readOcupacion.ts';
import { readRetencion } from './readRetencion.ts';
import * as tablas from './tablas.ts';

/** How many rows the answer of a report that has one for each thing holds; its file holds more. */
const FILAS = 200;
const FILAS_ARCHIVO = 20_000;

type Reporte<E extends Endpoint> = {
  endpoint: E;
  read: (db: Db, contexto: Contexto, limit: number) => Promise<Answer<E>>;
  tabla: (answer: Answer<E>) => tablas.Tabla;
};

/** Reads of one moment, so that their figures agree, with room to join whole tables in memory. */
function atOnce<T>(db: Db, read: (db: Db) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      await sql`set local work_mem = '64MB'`.execute(trx);
      return read(trx);
    });
}

/** A report as its answer and as its file; what the rows are is known inside alone. */
function reporte<E extends Endpoint>({ endpoint, read, tabla }: Reporte<E>) {
  return {
    endpoint,
    read: (db: Db, contexto: Contexto) => atOnce(db, (trx) => read(trx, contexto, FILAS)),
    readTabla: async (db: Db, contexto: Contexto) =>
      tabla(await atOnce(db, (trx) => read(trx, contexto, FILAS_ARCHIVO))),
  };
}

export const reportes = {
  ingresos: reporte({
    endpoint: contract.getIngresos,
    read: readIngresos,
    tabla: tablas.tablaIngresos,
  }),
  categorias: reporte({
    endpoint: contract.getCategorias,
    read: readCategorias,
    tabla: tablas.tablaCategorias,
  }),
  calificados: reporte({
    endpoint: contract.getCalificados,
    read: readCalificados,
    tabla: tablas.tablaCalificados,
  }),
  atribucion: reporte({
    endpoint: contract.getAtribucion,
    read: readAtribucion,
    tabla: tablas.tablaAtribucion,
  }),
  embudo: reporte({ endpoint: contract.getEmbudo, read: readEmbudo, tabla: tablas.tablaEmbudo }),
  retencion: reporte({
    endpoint: contract.getRetencion,
    read: readRetencion,
    tabla: tablas.tablaRetencion,
  }),
  empresas: reporte({
    endpoint: contract.getReporteEmpresas,
    read: readEmpresas,
    tabla: tablas.tablaEmpresas,
  }),
  ocupacion: reporte({
    endpoint: contract.getOcupacion,
    read: readOcupacion,
    tabla: tablas.tablaOcupacion,
  }),
};
