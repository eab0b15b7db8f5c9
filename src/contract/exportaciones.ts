import type { z } from 'zod';
import { listAvisos } from './avisos.ts';
import { listCampanas } from './campanas.ts';
import { listClientes } from './clientes.ts';
import { listCobros } from './cobros.ts';
import { listEmails } from './emails.ts';
import { listEmpresas } from './empresas.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { formatoExportacion } from './formatos.ts';
import { listInteracciones, listSeguimientos } from './interacciones.ts';

type Lista = Endpoint & { query: z.ZodObject };

/** The file of a list: all that it would show with the same filters, in the same order. */
function exportOf<const L extends Lista>(list: L) {
  return endpoint({
    method: 'GET',
    path: `/api/exportaciones${list.path.slice('/api'.length)}`,
    acceso: list.acceso,
    resumen: `${list.resumen}: en CSV o XLSX`,
    ...(list.params ? { params: list.params } : {}),
    query: list.query.omit({ limite: true, cursor: true }).extend({ formato: formatoExportacion }),
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
