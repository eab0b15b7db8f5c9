import { queryOptions } from '@tanstack/react-query';
import type {
  confirmBaja,
  confirmSuscripcion,
  getBaja,
  getConfirmacion,
  getMensajePublico,
  getPreferencias,
  setPreferencias,
} from '#contract/suscripcion.ts';
import { call } from '../../api/client.ts';
import { read, write } from '../endpoints.ts';

const baja = read<typeof getBaja>('/api/publico/correo/baja/:token');
const preferencias = read<typeof getPreferencias>('/api/publico/correo/preferencias/:token');
const confirmacion = read<typeof getConfirmacion>('/api/publico/correo/confirmacion/:token');
const mensaje = read<typeof getMensajePublico>('/api/publico/correo/mensaje/:token');

/** Asked for anew at each visit: what it says may have changed meanwhile. */
const fresh = { staleTime: 0 };

export const bajaQuery = (token: string) =>
  queryOptions({
    ...fresh,
    queryKey: ['correo', 'baja', token],
    queryFn: ({ signal }) => call(baja, { signal, params: { token } }),
  });

export const preferenciasQuery = (token: string) =>
  queryOptions({
    ...fresh,
    queryKey: ['correo', 'preferencias', token],
    queryFn: ({ signal }) => call(preferencias, { signal, params: { token } }),
  });

export const confirmacionQuery = (token: string) =>
  queryOptions({
    ...fresh,
    queryKey: ['correo', 'confirmacion', token],
    queryFn: ({ signal }) => call(confirmacion, { signal, params: { token } }),
  });

export const mensajeQuery = (token: string) =>
  queryOptions({
    ...fresh,
    queryKey: ['correo', 'mensaje', token],
    queryFn: ({ signal }) => call(mensaje, { signal, params: { token } }),
  });

const leave = write<typeof confirmBaja>('POST', '/api/publico/correo/baja/:token');
const confirm = write<typeof confirmSuscripcion>('POST', '/api/publico/correo/confirmacion/:token');
const choose = write<typeof setPreferencias>('PUT', '/api/publico/correo/preferencias/:token');

export const darmeDeBaja = (token: string) => call(leave, { params: { token } });
export const confirmar = (token: string) => call(confirm, { params: { token } });
export const guardarPreferencias = (
  token: string,
  body: { suscrito: boolean; intereses: number[] },
) => call(choose, { params: { token }, body });
