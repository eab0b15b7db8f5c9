import type { Endpoint } from './endpoint.ts';

/** The arguments of a call with the endpoint's types forgotten. */
export type LooseArgs = {
  params?: Record<string, string | number> | undefined;
  query?: Record<string, unknown> | undefined;
  body?: unknown;
  archivo?: Blob | undefined;
  idempotencyKey?: string | undefined;
};

export type BuiltRequest = {
  path: string;
  init: { method: string; headers: Record<string, string>; body?: string | Blob };
};

/** The HTTP request of a call: its path with parameters and query, its headers and its body. */
export function buildRequest(endpoint: Endpoint, args: LooseArgs): BuiltRequest {
  const path = endpoint.path.replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String(args.params?.[key])),
  );
  const search = queryString(args.query ?? {});
  const headers: Record<string, string> = {};
  if (args.body !== undefined) headers['content-type'] = 'application/json';
  if (args.archivo) headers['content-type'] = args.archivo.type || 'application/octet-stream';
  if (args.idempotencyKey) headers['idempotency-key'] = args.idempotencyKey;
  const body = args.archivo ?? (args.body === undefined ? undefined : JSON.stringify(args.body));
  return {
    path: search ? `${path}?${search}` : path,
    init: { method: endpoint.method, headers, ...(body === undefined ? {} : { body }) },
  };
}

/** Lists become comma-separated; undefined, null, '' and empty lists are left out. */
function queryString(query: Record<string, unknown>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
    if (text !== '') search.set(key, text);
  }
  return search.toString();
}
