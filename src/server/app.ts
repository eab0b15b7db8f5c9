import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { requestId } from 'hono/request-id';
import { sql } from 'kysely';
import { ajustesRoutes } from './ajustes/ajustes.routes.ts';
import { archivosRoutes } from './archivos/archivos.routes.ts';
import { asistenciaRoutes } from './asistencia/asistencia.routes.ts';
import { auditoriaRoutes } from './auditoria/auditoria.routes.ts';
import { authRoutes } from './auth/auth.routes.ts';
import type { Auth } from './auth/auth.ts';
import { createAuthenticate } from './auth/session.ts';
import { usuariosRoutes } from './auth/usuarios.routes.ts';
import { automaticosRoutes } from './automaticos/automaticos.routes.ts';
import { avisosRoutes } from './avisos/avisos.routes.ts';
import { bitacoraRoutes } from './bitacora/bitacora.routes.ts';
import { busquedaRoutes } from './busqueda/busqueda.routes.ts';
import { campanasRoutes } from './campanas/campanas.routes.ts';
import { clientesRoutes } from './clientes/clientes.routes.ts';
import { cobrosRoutes } from './cobros/cobros.routes.ts';
import { comprobantesRoutes } from './comprobantes/comprobantes.routes.ts';
import type { Deps } from './core/context.ts';
import { AppError } from './core/errors.ts';
import { isLocal } from './core/http/address.ts';
import { mountDocs } from './core/http/docs.ts';
import { asAppError } from './core/http/failure.ts';
import { createLimits } from './core/http/limits.ts';
import { createMetrics } from './core/http/metrics.ts';
import { mount } from './core/http/mount.ts';
import { openApiDocument } from './core/http/openapi.ts';
import { mountPages } from './core/http/pages.ts';
import { problemResponse } from './core/http/problem.ts';
import type { Route } from './core/http/route.ts';
import { originCheck, securityHeaders } from './core/http/security.ts';
import { correoRoutes } from './correo/correo.routes.ts';
import { cursosRoutes } from './cursos/cursos.routes.ts';
import { duplicadosRoutes } from './duplicados/duplicados.routes.ts';
import { imagenesCorreoRoutes } from './emails/contenido/imagenes.routes.ts';
import { emailsRoutes } from './emails/emails.routes.ts';
import { empresasRoutes } from './empresas/empresas.routes.ts';
import { esperaRoutes } from './espera/espera.routes.ts';
import { exportacionesRoutes } from './exportaciones/exportaciones.routes.ts';
import { importacionesRoutes } from './importaciones/importaciones.routes.ts';
import { interaccionesRoutes } from './interacciones/interacciones.routes.ts';
import { textosWhatsappRoutes } from './interacciones/textos.routes.ts';
import { interesesRoutes } from './intereses/intereses.routes.ts';
import { correoPublicoRoutes } from './newsletter/correo.routes.ts';
import { forwardBaja } from './newsletter/forwardBaja.ts';
import { newsletterRoutes } from './newsletter/newsletter.routes.ts';
import { plantillasRoutes } from './plantillas/plantillas.routes.ts';
import { misCursosRoutes } from './portal/misCursos.routes.ts';
import { misDatosRoutes } from './portal/misDatos.routes.ts';
import { misPagosRoutes } from './portal/misPagos.routes.ts';
import { misTalleresRoutes } from './portal/misTalleres.routes.ts';
import { sesionRoutes } from './portal/sesion.routes.ts';
import { productosRoutes } from './productos/productos.routes.ts';
import { mountCrawlers } from './publico/crawlers.ts';
import { cursosPublicosRoutes } from './publico/cursos.routes.ts';
import { createHeads } from './publico/heads.ts';
import { ofertasRoutes } from './publico/ofertas.routes.ts';
import { publicoRoutes } from './publico/publico.routes.ts';
import { rebotesRoutes } from './rebotes/rebotes.routes.ts';
import { reportesRoutes } from './reportes/reportes.routes.ts';
import { resenasRoutes } from './resenas/resenas.routes.ts';
import { segmentosRoutes } from './segmentos/segmentos.routes.ts';
import { seguimientoRoutes } from './seguimiento/seguimiento.routes.ts';
import { permisoRoutes } from './supresiones/permiso.routes.ts';
import { supresionesRoutes } from './supresiones/supresiones.routes.ts';
import { talleresRoutes } from './talleres/talleres.routes.ts';
import { ventasRoutes } from './ventas/ventas.routes.ts';

export type AppOptions = Deps & { auth: Auth; checkAnswers?: boolean };

/** Pages that another site may show inside a frame, and images that a program of mail shows within its own page. */
const EMBEDDABLE = [
  '/incrustar/',
  '/api/publico/correo/imagenes/',
  '/api/publico/correo/apertura/',
];

/** The route table: every feature's routes, in one place. */
function routeTable(deps: Deps, auth: Auth, limits: ReturnType<typeof createLimits>): Route[] {
  return [
    ...authRoutes(deps, auth, limits),
    ...usuariosRoutes(deps),
    ...ajustesRoutes(deps),
    ...correoRoutes(deps),
    ...rebotesRoutes(deps),
    ...archivosRoutes(deps),
    ...auditoriaRoutes(deps),
    ...interesesRoutes(deps),
    ...empresasRoutes(deps),
    ...clientesRoutes(deps),
    ...duplicadosRoutes(deps),
    ...interaccionesRoutes(deps),
    ...textosWhatsappRoutes(deps),
    ...bitacoraRoutes(deps),
    ...segmentosRoutes(deps),
    ...importacionesRoutes(deps),
    ...newsletterRoutes(deps),
    ...correoPublicoRoutes(deps),
    ...supresionesRoutes(deps),
    ...permisoRoutes(deps),
    ...seguimientoRoutes(deps),
    ...talleresRoutes(deps),
    ...esperaRoutes(deps),
    ...cursosRoutes(deps),
    ...productosRoutes(deps),
    ...cobrosRoutes(deps),
    ...comprobantesRoutes(deps),
    ...ventasRoutes(deps),
    ...avisosRoutes(deps),
    ...asistenciaRoutes(deps),
    ...resenasRoutes(deps),
    ...publicoRoutes(deps),
    ...ofertasRoutes(deps),
    ...cursosPublicosRoutes(deps),
    ...sesionRoutes(deps, auth, limits),
    ...misCursosRoutes(deps),
    ...misTalleresRoutes(deps),
    ...misPagosRoutes(deps),
    ...misDatosRoutes(deps),
    ...exportacionesRoutes(deps),
    ...reportesRoutes(deps),
    ...busquedaRoutes(deps),
    ...plantillasRoutes(deps),
    ...emailsRoutes(deps),
    ...campanasRoutes(deps),
    ...imagenesCorreoRoutes(deps),
    ...automaticosRoutes(deps),
  ];
}

export function createApp({ auth, checkAnswers = false, ...deps }: AppOptions) {
  const { config, log } = deps;
  const app = new Hono();
  const metrics = createMetrics();
  const limits = createLimits(config.PUBLIC_RATE_PER_MINUTE);
  const https = config.publicUrl.startsWith('https:');
  const headers = securityHeaders({ embeddable: false, https });
  const embeddableHeaders = securityHeaders({ embeddable: true, https });
  const authenticate = createAuthenticate(deps.db, deps.secret, deps.now);
  const routes = routeTable(deps, auth, limits);

  app.use(requestId({ headerName: '' }));
  app.use(async (c, next) => {
    await next();
    c.header('x-request-id', c.get('requestId'));
  });
  const isEmbeddable = (path: string) => EMBEDDABLE.some((start) => path.startsWith(start));
  app.use((c, next) => (isEmbeddable(c.req.path) ? embeddableHeaders : headers)(c, next));
  app.use(metrics.middleware);

  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) => {
    await sql`select 1 from negocio`.execute(deps.db);
    return c.text('ok');
  });
  app.get('/metrics', async (c) => {
    const sesion = isLocal(c) ? undefined : await authenticate(c);
    if (!isLocal(c) && sesion?.usuario?.rol !== 'ADMIN') return c.notFound();
    return c.text(await metrics.registry.metrics(), 200, {
      'content-type': metrics.registry.contentType,
    });
  });

  app.use('/api/*', originCheck(config.publicUrl));
  for (const route of routes) mount(app, route, { deps, limits, authenticate, checkAnswers });
  mountDocs(
    app,
    openApiDocument(
      routes.map((route) => route.endpoint),
      config.publicUrl,
    ),
  );
  app.all('/api/*', () => {
    throw new AppError('NO_ENCONTRADO', 'Esa dirección no existe.');
  });
  app.post('/correo/baja/:token', (c) => forwardBaja(app, c));
  mountCrawlers(app, deps);
  mountPages(app, { head: createHeads(deps) });

  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    const known = asAppError(error);
    const reference = known.code === 'ERROR_INTERNO' ? c.get('requestId').slice(0, 8) : undefined;
    if (reference || known.code === 'OCUPADO') {
      log.error(
        { err: error, requestId: c.get('requestId'), path: c.req.path, reference },
        'request failed',
      );
    }
    return problemResponse(known, reference);
  });
  return { app, routes };
}
