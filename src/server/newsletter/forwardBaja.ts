import type { Context, Hono } from 'hono';

const KEPT = ['content-type', 'user-agent', 'x-forwarded-for'];

/**
 * Mail programs unsubscribe by a POST to the address that people open (RFC 8058). It carries no cookie and comes from
 * anywhere, so what tells its origin stays behind: the signed token alone decides.
 */
export function forwardBaja(app: Hono, c: Context): Response | Promise<Response> {
  const url = new URL(c.req.url);
  url.pathname = `/api/publico/correo/baja/${encodeURIComponent(c.req.param('token') ?? '')}`;
  const headers = new Headers();
  for (const name of KEPT) {
    const value = c.req.header(name);
    if (value) headers.set(name, value);
  }
  return app.fetch(new Request(url, { method: 'POST', headers }), c.env);
}
