import { queryOptions } from '@tanstack/react-query';
import type { acceptOferta, getEsperaPublica, leaveEspera } from '#contract/espera.ts';
import { call } from '../../api/client.ts';
import { read, write } from '../endpoints.ts';

const espera = read<typeof getEsperaPublica>('/api/publico/espera/:codigo');
const aceptar = write<typeof acceptOferta>('POST', '/api/publico/espera/:codigo/aceptacion');
const salir = write<typeof leaveEspera>('DELETE', '/api/publico/espera/:codigo');

export const esperaQuery = (codigo: string) =>
  queryOptions({
    queryKey: ['espera', codigo],
    queryFn: ({ signal }) => call(espera, { signal, params: { codigo } }),
  });

export const aceptarOferta = (codigo: string) => call(aceptar, { params: { codigo } });
export const salirDeEspera = (codigo: string) => call(salir, { params: { codigo } });
