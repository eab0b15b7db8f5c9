import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Answer, CallArgs, Endpoint } from '#contract/endpoint.ts';
import type { getMisDatos } from '#contract/misDatos.ts';
import type * as portal from '#contract/portal.ts';
import type { listMisResenas } from '#contract/resenas.ts';
import { ApiError, call } from '../../api/client.ts';
import { read } from '../endpoints.ts';

const sesion = read<typeof portal.getAlumno>('/api/portal/sesion');
const cursos = read<typeof portal.listMisCursos>('/api/portal/cursos');
const curso = read<typeof portal.getMiCurso>('/api/portal/cursos/:id');
const leccion = read<typeof portal.getMiLeccion>('/api/portal/cursos/:id/lecciones/:leccionId');
const talleres = read<typeof portal.listMisTalleres>('/api/portal/talleres');
const taller = read<typeof portal.getMiTaller>('/api/portal/talleres/:id');
const calendario = read<typeof portal.getCalendario>('/api/portal/calendario');
const pagos = read<typeof portal.listMisPagos>('/api/portal/pagos');
const resenas = read<typeof listMisResenas>('/api/portal/resenas');
const datos = read<typeof getMisDatos>('/api/portal/datos');

/** Everything of the student begins with this key, so that leaving forgets it all. */
export const MINE = 'mi';

/** Who is signed in. Its failure with SIN_SESION is what leads to the door. */
export const sesionQuery = queryOptions({
  queryKey: [MINE, 'sesion'],
  queryFn: ({ signal }) => call(sesion, { signal }),
  staleTime: 5 * 60_000,
  retryOnMount: false,
});

/** Asks again who is signed in when a call finds that nobody is. */
export function noticeLostSession(client: QueryClient, error: unknown): void {
  if (isSessionLost(error)) void client.invalidateQueries(sesionQuery);
}

export function isSessionLost(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'SIN_SESION';
}

function mine<E extends Endpoint>(endpoint: E, args: CallArgs<E>, ...key: (string | number)[]) {
  return queryOptions({
    queryKey: [MINE, ...key],
    queryFn: async ({ client, signal }): Promise<Answer<E>> => {
      try {
        return await call(endpoint, { ...args, signal });
      } catch (error) {
        noticeLostSession(client, error);
        throw error;
      }
    },
  });
}

export const misCursosQuery = mine(cursos, {}, 'cursos');
export const miCursoQuery = (id: string) => mine(curso, { params: { id } }, 'cursos', id);
export const miLeccionQuery = (id: string, leccionId: string) =>
  mine(leccion, { params: { id, leccionId } }, 'lecciones', id, leccionId);
export const misTalleresQuery = mine(talleres, {}, 'talleres');
export const miTallerQuery = (id: string) => mine(taller, { params: { id } }, 'talleres', id);
export const calendarioQuery = mine(calendario, {}, 'calendario');
export const misPagosQuery = mine(pagos, {}, 'pagos');
export const misResenasQuery = mine(resenas, {}, 'resenas');
export const misDatosQuery = mine(datos, {}, 'datos');
