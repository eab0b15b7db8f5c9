import { expect } from 'vitest';
import {
  createImportacion,
  getImportacion,
  type Importacion,
  listFilasImportacion,
  type Mapeo,
  type OpcionesImportacion,
  reviewImportacion,
  runImportacion,
  type TipoImportacion,
  undoImportacion,
  updateImportacion,
} from '#contract/importaciones.ts';
import type { Rol } from '#contract/permisos.ts';
import type { TestApp } from './app.ts';

type Opciones = {
  tipo?: TipoImportacion;
  opciones?: OpcionesImportacion;
  mapeo?: Mapeo;
  rol?: Rol;
  nombre?: string;
};

/** The text of a CSV file: a line of titles, then the rows. */
export function csv(titulos: string, ...filas: string[]): string {
  return `${[titulos, ...filas].join('\r\n')}\r\n`;
}

/** Uploads a file and has it read. */
export async function upload(
  app: TestApp,
  archivo: string | Blob,
  { tipo = 'CLIENTES', rol = 'VENTAS', nombre = 'lista.csv' }: Opciones = {},
): Promise<Importacion> {
  const caller = await app.as(rol);
  const { id } = await caller.ok(createImportacion, {
    query: { nombre, tipo },
    archivo: typeof archivo === 'string' ? new Blob([archivo], { type: 'text/csv' }) : archivo,
  });
  await app.runJobs();
  return caller.ok(getImportacion, { params: { id } });
}

/** Uploads a file, has it read and reviewed with the options. */
export async function review(
  app: TestApp,
  archivo: string | Blob,
  options: Opciones = {},
): Promise<Importacion> {
  const caller = await app.as(options.rol ?? 'VENTAS');
  const leida = await upload(app, archivo, options);
  expect(leida).toMatchObject({ estado: 'POR_MAPEAR', problema: null });
  const params = { id: leida.id };
  const { opciones, mapeo } = options;
  await caller.ok(updateImportacion, { params, body: { opciones, mapeo, version: leida.version } });
  await caller.ok(reviewImportacion, { params });
  await app.runJobs();
  const revisada = await caller.ok(getImportacion, { params });
  expect(revisada).toMatchObject({ estado: 'REVISADA', problema: null });
  return revisada;
}

/** Uploads a file and imports it to the end. */
export async function importFile(
  app: TestApp,
  archivo: string | Blob,
  options: Opciones = {},
): Promise<Importacion> {
  const { id } = await review(app, archivo, options);
  return runToEnd(app, id);
}

/** Imports what was reviewed. */
export async function runToEnd(app: TestApp, id: number): Promise<Importacion> {
  const caller = await app.as('VENTAS');
  await caller.ok(runImportacion, { params: { id } });
  await app.runJobs();
  const hecha = await caller.ok(getImportacion, { params: { id } });
  expect(hecha).toMatchObject({ estado: 'COMPLETADA', procesadas: hecha.filas });
  return hecha;
}

/** Undoes an import to the end. */
export async function undoToEnd(
  app: TestApp,
  id: number,
  body: { soloIntactas?: boolean } = {},
): Promise<Importacion> {
  const caller = await app.as('VENTAS');
  await caller.ok(undoImportacion, { params: { id }, body });
  await app.runJobs();
  const deshecha = await caller.ok(getImportacion, { params: { id } });
  expect(deshecha.estado).toBe('DESHECHA');
  return deshecha;
}

/** The rows of an import, in the order of the file. */
export async function filasDe(app: TestApp, id: number) {
  const caller = await app.as('VENTAS');
  const { items } = await caller.ok(listFilasImportacion, { params: { id }, query: {} });
  return items;
}
