import type { ItemRef } from './item.ts';

type Search = Record<string, string | undefined>;

/** An id written in an address, if it is one. */
export function asId(text: string | undefined): number | undefined {
  return text && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}

/** What an address asks to sell: `?taller=`, `?curso=` or `?producto=`. */
export function itemOf({ taller, curso, producto }: Search): ItemRef | undefined {
  const asked = [
    { tipo: 'TALLER', id: asId(taller) },
    { tipo: 'CURSO', id: asId(curso) },
    { tipo: 'PRODUCTO', id: asId(producto) },
  ] as const;
  for (const { tipo, id } of asked) if (id !== undefined) return { tipo, id };
  return undefined;
}

type From = {
  tallerId: number | undefined;
  clienteId: number | undefined;
  empresaId: number | undefined;
};

/** Where one came from, and goes back to. */
export function backOf({ tallerId, clienteId, empresaId }: From) {
  const params = (id: number) => ({ id: String(id) });
  if (tallerId) {
    return {
      to: '/app/talleres/$id',
      params: params(tallerId),
      label: 'Volver al taller',
    } as const;
  }
  if (clienteId) {
    return {
      to: '/app/clientes/$id',
      params: params(clienteId),
      label: 'Volver al cliente',
    } as const;
  }
  if (empresaId) {
    return {
      to: '/app/empresas/$id',
      params: params(empresaId),
      label: 'Volver a la empresa',
    } as const;
  }
  return { to: '/app/ventas', label: 'Volver a ventas' } as const;
}
