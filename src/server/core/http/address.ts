import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/**
 * The caller's address. A proxy on this machine is believed: of its X-Forwarded-For the last entry
 * counts, the one that proxy itself wrote.
 */
export function callerAddress(c: Context): string {
  const peer = getConnInfo(c).remote.address ?? 'unknown';
  const forwarded = c.req.header('x-forwarded-for');
  if (!forwarded || !LOOPBACK.test(peer)) return peer;
  return forwarded.split(',').at(-1)?.trim() || peer;
}

/** Whether the request comes from this machine itself, not through a proxy. */
export function isLocal(c: Context): boolean {
  const peer = getConnInfo(c).remote.address ?? '';
  return LOOPBACK.test(peer) && !c.req.header('x-forwarded-for');
}
