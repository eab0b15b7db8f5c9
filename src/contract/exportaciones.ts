import { z } from 'zod';
import { listAvisos } from './avisos.ts';
import { listCampanas } from './campanas.ts';
import { listClientes } from './clientes.ts';
import { listCobros } from './cobros.ts';
import { listCursos, listInscripcionesCurso } from './cursos.ts';
import { listEmails } from './emails.ts';
import { listEmpresas } from './empresas.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { formatoExportacion } from './formatos.ts';
import { listInteracciones, listSeguimientos } from './interacciones.ts';
import { listMovimientos, listProductos, listVentasProducto } from './productos.ts';
import { listResenas } from './resenas.ts';
import { listSupresiones } from './supresiones.ts';
import { listTalleres } from './talleres.ts';
import { listInscripcionesDeTaller } from './ventas.ts';

export type Lista = Endpoint & { query: z.ZodObject };

/**
 * The file of a list: all that it would show with the same filters, in the same order. Besides what the list asks
 * for, whoever takes it needs `datos:exportar`.
 */
function exportOf<const L extends Lista>(list: L) {
  const { limite: _, cursor: __, ...filtros } = list.query.shape;
  return endpoint({
    method: 'GET',
    path: `/api/exportaciones${list.path.slice('/api'.length) as `/${string}`}`,
    acceso: list.acceso,
    resumen: `${list.resumen}: en CSV o XLSX`,
    ...(list.params ? { params: list.params } : {}),
    query: z.strictObject({ ...filtros, formato: formatoExportacion }),
    formato: 'application/octet-stream',
  });
}

export const exportClientes = exportOf(listClientes);
export const exportEmpresas = exportOf(listEmpresas);
export const exportCobros = exportOf(listCobros);
export const exportInteracciones = exportOf(listInteracciones);
export const exportSeguimientos = exportOf(listSeguimientos);
export const exportCampanas = exportOf(listCampanas);
export const exportEmails = exportOf(listEmails);
export const exportAvisos = exportOf(listAvisos);
export const exportTalleres = exportOf(listTalleres);
export const exportInscripcionesDeTaller = exportOf(listInscripcionesDeTaller);
export const exportCursos = exportOf(listCursos);
export const exportInscripcionesCurso = exportOf(listInscripcionesCurso);
export const exportProductos = exportOf(listProductos);
export const exportMovimientos = exportOf(listMovimientos);
export const exportVentasProducto = exportOf(listVentasProducto);
export const exportResenas = exportOf(listResenas);
export const exportSupresiones = exportOf(listSupresiones);
