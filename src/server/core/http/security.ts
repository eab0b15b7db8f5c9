import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { AppError } from '../errors.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Security headers for everything; `embeddable` pages may stand in another site's frame. */
export function securityHeaders(options: { embeddable: boolean; https: boolean }) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      // Mantine writes <style> elements while it runs; scripts stay strict.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      // The players of lessons, in their modes without tracking; a video file may stand anywhere.
      frameSrc: ["'self'", 'https://www.youtube-nocookie.com', 'https://player.vimeo.com'],
      // Uploaded ones are looked at before they are saved, as blobs.
      mediaSrc: ["'self'", 'https:', 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: options.embeddable ? ['*'] : ["'none'"],
    },
    xFrameOptions: options.embeddable ? false : 'DENY',
    crossOriginResourcePolicy: options.embeddable ? 'cross-origin' : 'same-origin',
    referrerPolicy: 'strict-origin-when-cross-origin',
    strictTransportSecurity: options.https ? 'max-age=31536000; includeSubDomains' : false,
    permissionsPolicy: { camera: ['self'], microphone: [], geolocation: [] },
  });
}

/** Refuses writes that a page of another site sends with the user's cookies. */
export function originCheck(publicUrl: string): MiddlewareHandler {
  const own = new URL(publicUrl).host;
  return async (c, next) => {
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    if (!SAFE.has(c.req.method)) {
      const host = origin ? hostOf(origin) : undefined;
      const foreign =
        (origin !== undefined && host !== own && host !== c.req.header('host')) ||
        site === 'cross-site';
      if (foreign) {
        throw new AppError(
          'ORIGEN_NO_PERMITIDO',
          'Esta acción solo se acepta desde nuestra página.',
        );
      }
    }
    await next();
  };
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}
