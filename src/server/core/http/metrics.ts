import type { MiddlewareHandler } from 'hono';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { AppError } from '../errors.ts';

const MAX_IN_FLIGHT = 1_000;

/** Counts and times requests by route, and turns callers away before the process drowns. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of HTTP requests by route',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.025, 0.1, 0.5, 2],
    registers,
  });
  const inFlight = new Gauge({ name: 'http_in_flight', help: 'Requests under way', registers });
  const rejected = new Counter({
    name: 'http_rejected_total',
    help: 'Requests turned away',
    registers,
  });
  let current = 0;

  const middleware: MiddlewareHandler = async (c, next) => {
    if (current >= MAX_IN_FLIGHT) {
      rejected.inc();
      throw new AppError('OCUPADO', 'El sistema está ocupado. Intenta de nuevo en unos segundos.', {
        headers: { 'retry-after': '3' },
      });
    }
    const start = performance.now();
    current += 1;
    inFlight.set(current);
    try {
      await next();
    } finally {
      current -= 1;
      inFlight.set(current);
      const labels = { method: c.req.method, route: routeOf(c.req.path), status: c.res.status };
      duration.observe(labels, (performance.now() - start) / 1000);
    }
  };
  return { registry, middleware };
}

/** A path with its ids taken out, so that the number of series stays small. */
function routeOf(path: string): string {
  if (!path.startsWith('/api/')) return path.startsWith('/assets/') ? '/assets' : '/page';
  return path
    .split('/')
    .slice(0, 6)
    .map((part, i) => (i > 2 && !/^[a-z-]+$/.test(part) ? ':id' : part))
    .join('/');
}
