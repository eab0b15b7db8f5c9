import { queryOptions } from '@tanstack/react-query';
import type { getComprobantePublico } from '#contract/comprobantes.ts';
import { call } from '../../api/client.ts';
import { read } from '../endpoints.ts';

const comprobante = read<typeof getComprobantePublico>('/api/publico/reservas/:codigo/comprobante');

export const comprobanteQuery = (codigo: string) =>
  queryOptions({
    queryKey: ['comprobante', codigo.toUpperCase()],
    queryFn: ({ signal }) => call(comprobante, { signal, params: { codigo } }),
  });
