import type { Endpoint } from '#contract/endpoint.ts';

/**
 * A read of the contract by its address alone, which the compiler checks against it: the schemas stay
 * behind, so that a first visit downloads no validation it does not use.
 */
export function read<E extends Endpoint & { method: 'GET' }>(path: E['path']): E {
  return { method: 'GET', path } as E;
}

/** A write of the contract by its method and address; the server alone validates what is sent. */
export function write<E extends Endpoint>(method: E['method'], path: E['path']): E {
  return { method, path } as E;
}
