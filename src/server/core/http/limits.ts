import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Limite } from '#contract/endpoint.ts';
import { AppError } from '../errors.ts';

/** CUENTA counts sign-ins by account, whatever their address. */
type Counter = Limite | 'CUENTA';
export type Limits = { spend: (counter: Counter, key: string) => Promise<void> };

/**
 * Rate limits by caller's address, counted per process: with N web processes a caller may reach N
 * times the figure, which is enough against abuse and costs no write to the database.
 */
export function createLimits(publicPerMinute: number): Limits {
  const limiters: Record<Counter, RateLimiterMemory> = {
    PUBLICO: new RateLimiterMemory({ points: publicPerMinute, duration: 60 }),
    CAPTURA: new RateLimiterMemory({ points: 20, duration: 60 }),
    CLAVE: new RateLimiterMemory({ points: 20, duration: 300 }),
    CUENTA: new RateLimiterMemory({ points: 10, duration: 900 }),
  };
  return {
    spend: async (counter, key) => {
      try {
        await limiters[counter].consume(key);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        const seconds = Math.ceil(error.msBeforeNext / 1000);
        throw new AppError(
          'DEMASIADAS_SOLICITUDES',
          `Van demasiados intentos. Espera ${seconds} segundos y prueba de nuevo.`,
          { headers: { 'retry-after': String(seconds) } },
        );
      }
    },
  };
}
