import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { sesionQuery } from './alumno/alumno.api.ts';
import { entrarSearch } from './alumno/volver.ts';
import {
  bajaQuery,
  confirmacionQuery,
  mensajeQuery,
  preferenciasQuery,
} from './correo/correo.api.ts';
import { esperaQuery } from './espera/espera.api.ts';
import {
  type CatalogoSearch,
  catalogoQuery,
  cursoQuery,
  cursosQuery,
  negocioQuery,
  reservaQuery,
  tallerQuery,
} from './publico.api.ts';
import { resenasQuery, solicitudQuery } from './resenas/resenas.api.ts';
import { comprobanteQuery } from './reservas/comprobante.api.ts';
import { NotFoundPage } from './shell/NotFoundPage.tsx';
import { PublicLayout } from './shell/PublicLayout.tsx';
import { UnexpectedError } from './shell/UnexpectedError.tsx';

function catalogoSearch(search: Record<string, unknown>): CatalogoSearch {
  const q = typeof search.q === 'string' || typeof search.q === 'number' ? String(search.q) : '';
  const interes = Number(search.interes);
  return {
    ...(q.trim() ? { q: q.slice(0, 120) } : {}),
    ...(Number.isSafeInteger(interes) && interes > 0 ? { interes } : {}),
  };
}

/** The public pages. Each asks for its data while its own code is still on the way. */
export function createPortalRouter(queryClient: QueryClient) {
  const root = createRootRoute({
    beforeLoad: () => void queryClient.prefetchQuery(negocioQuery),
    notFoundComponent: () => (
      <PublicLayout>
        <NotFoundPage />
      </PublicLayout>
    ),
  });
  const site = createRoute({ getParentRoute: () => root, id: 'site', component: PublicLayout });

  const catalogo = {
    validateSearch: catalogoSearch,
    loaderDeps: ({ search }: { search: CatalogoSearch }) => search,
    loader: ({ deps }: { deps: CatalogoSearch }) =>
      void queryClient.prefetchInfiniteQuery(catalogoQuery(deps)),
    component: lazyRouteComponent(() => import('./talleres/CatalogoPage.tsx'), 'CatalogoPage'),
  };
  const home = createRoute({ getParentRoute: () => site, path: '/', ...catalogo });
  const talleres = createRoute({ getParentRoute: () => site, path: '/talleres', ...catalogo });
  const taller = createRoute({
    getParentRoute: () => site,
    path: '/talleres/$slug',
    loader: ({ params: { slug } }) => {
      void queryClient.prefetchQuery(tallerQuery(slug));
      void queryClient.prefetchInfiniteQuery(resenasQuery({ kind: 'talleres', slug }));
    },
    component: lazyRouteComponent(() => import('./talleres/TallerPage.tsx'), 'TallerPage'),
  });
  const cursos = createRoute({
    getParentRoute: () => site,
    path: '/cursos',
    validateSearch: catalogoSearch,
    loaderDeps: ({ search }) => search,
    loader: ({ deps }) => void queryClient.prefetchInfiniteQuery(cursosQuery(deps)),
    component: lazyRouteComponent(() => import('./cursos/CursosPage.tsx'), 'CursosPage'),
  });
  const curso = createRoute({
    getParentRoute: () => site,
    path: '/cursos/$slug',
    loader: ({ params: { slug } }) => {
      void queryClient.prefetchQuery(cursoQuery(slug));
      void queryClient.prefetchInfiniteQuery(resenasQuery({ kind: 'cursos', slug }));
    },
    component: lazyRouteComponent(() => import('./cursos/CursoPage.tsx'), 'CursoPage'),
  });
  const reserva = createRoute({
    getParentRoute: () => site,
    path: '/reservas/$codigo',
    loader: ({ params }) => void queryClient.prefetchQuery(reservaQuery(params.codigo)),
    component: lazyRouteComponent(() => import('./reservas/ReservaPage.tsx'), 'ReservaPage'),
  });
  const comprobante = createRoute({
    getParentRoute: () => site,
    path: '/reservas/$codigo/comprobante',
    loader: ({ params }) => void queryClient.prefetchQuery(comprobanteQuery(params.codigo)),
    component: lazyRouteComponent(
      () => import('./reservas/ComprobantePage.tsx'),
      'ComprobantePage',
    ),
  });
  const espera = createRoute({
    getParentRoute: () => site,
    path: '/espera/$codigo',
    loader: ({ params }) => void queryClient.prefetchQuery(esperaQuery(params.codigo)),
    component: lazyRouteComponent(() => import('./espera/EsperaPage.tsx'), 'EsperaPage'),
  });
  const resena = createRoute({
    getParentRoute: () => site,
    path: '/resenas/$token',
    loader: ({ params }) => void queryClient.prefetchQuery(solicitudQuery(params.token)),
    component: lazyRouteComponent(() => import('./resenas/ResenaPage.tsx'), 'ResenaPage'),
  });
  const novedades = createRoute({
    getParentRoute: () => site,
    path: '/novedades',
    component: lazyRouteComponent(() => import('./novedades/NovedadesPage.tsx'), 'NovedadesPage'),
  });
  const baja = createRoute({
    getParentRoute: () => site,
    path: '/correo/baja/$token',
    loader: ({ params }) => void queryClient.prefetchQuery(bajaQuery(params.token)),
    component: lazyRouteComponent(() => import('./correo/BajaPage.tsx'), 'BajaPage'),
  });
  const confirmar = createRoute({
    getParentRoute: () => site,
    path: '/correo/confirmar/$token',
    loader: ({ params }) => void queryClient.prefetchQuery(confirmacionQuery(params.token)),
    component: lazyRouteComponent(() => import('./correo/ConfirmarPage.tsx'), 'ConfirmarPage'),
  });
  const preferencias = createRoute({
    getParentRoute: () => site,
    path: '/correo/preferencias/$token',
    loader: ({ params }) => void queryClient.prefetchQuery(preferenciasQuery(params.token)),
    component: lazyRouteComponent(
      () => import('./correo/PreferenciasPage.tsx'),
      'PreferenciasPage',
    ),
  });
  const mensaje = createRoute({
    getParentRoute: () => root,
    path: '/correo/ver/$token',
    loader: ({ params }) => void queryClient.prefetchQuery(mensajeQuery(params.token)),
    component: lazyRouteComponent(() => import('./correo/MensajePage.tsx'), 'MensajePage'),
  });
  const incrustar = createRoute({
    getParentRoute: () => root,
    path: '/incrustar/novedades',
    component: lazyRouteComponent(() => import('./novedades/IncrustarPage.tsx'), 'IncrustarPage'),
  });

  const entrar = createRoute({
    getParentRoute: () => site,
    path: '/mi/entrar',
    validateSearch: entrarSearch,
    component: lazyRouteComponent(() => import('./alumno/entrar/EntrarPage.tsx'), 'EntrarPage'),
  });
  const enlace = createRoute({
    getParentRoute: () => site,
    path: '/mi/entrar/$token',
    component: lazyRouteComponent(
      () => import('./alumno/entrar/EntrarConEnlacePage.tsx'),
      'EntrarConEnlacePage',
    ),
  });

  const alumno = createRoute({
    getParentRoute: () => root,
    id: 'alumno',
    beforeLoad: () => void queryClient.prefetchQuery(sesionQuery),
    component: lazyRouteComponent(() => import('./alumno/PortalLayout.tsx'), 'PortalLayout'),
  });
  const inicio = createRoute({
    getParentRoute: () => alumno,
    path: '/mi',
    component: lazyRouteComponent(() => import('./alumno/inicio/InicioPage.tsx'), 'InicioPage'),
  });
  const misCursos = createRoute({
    getParentRoute: () => alumno,
    path: '/mi/cursos',
    component: lazyRouteComponent(
      () => import('./alumno/cursos/MisCursosPage.tsx'),
      'MisCursosPage',
    ),
  });
  const miCurso = createRoute({
    getParentRoute: () => alumno,
    path: '/mi/cursos/$id',
    component: lazyRouteComponent(() => import('./alumno/cursos/MiCursoPage.tsx'), 'MiCursoPage'),
  });
  const miLeccion = createRoute({
    getParentRoute: () => alumno,
    path: '/mi/cursos/$id/$leccionId',
    component: lazyRouteComponent(() => import('./alumno/cursos/LeccionPage.tsx'), 'LeccionPage'),
  });
  const misTalleres = createRoute({
    getParentRoute: () => alumno,
    path: '/mi/talleres',
    component: lazyRouteComponent(
      () => import('./alumno/talleres/MisTalleresPage.tsx'),
      'MisTalleresPage',
    ),
  });
  const miTaller = createRoute({
    getParentRoute: () => alumno,
    path: '/mi/talleres/$id',
    component: lazyRouteComponent(
      () => import('./alumno/talleres/MiTallerPage.tsx'),
      'MiTallerPage',
    ),
  });
  const misPagos = createRoute({
    getParentRoute: () => alumno,
    path: '/mi/pagos',
    component: lazyRouteComponent(() => import('./alumno/pagos/MisPagosPage.tsx'), 'MisPagosPage'),
  });
  const misResenas = createRoute({
    getParentRoute: () => alumno,
    path: '/mi/resenas',
    component: lazyRouteComponent(
      () => import('./alumno/resenas/MisResenasPage.tsx'),
      'MisResenasPage',
    ),
  });
  const misDatos = createRoute({
    getParentRoute: () => alumno,
    path: '/mi/datos',
    component: lazyRouteComponent(() => import('./alumno/datos/MisDatosPage.tsx'), 'MisDatosPage'),
  });

  return createRouter({
    routeTree: root.addChildren([
      site.addChildren([
        home,
        talleres,
        taller,
        cursos,
        curso,
        reserva,
        espera,
        comprobante,
        resena,
        novedades,
        baja,
        confirmar,
        preferencias,
        entrar,
        enlace,
      ]),
      alumno.addChildren([
        inicio,
        misCursos,
        miCurso,
        miLeccion,
        misTalleres,
        miTaller,
        misPagos,
        misResenas,
        misDatos,
      ]),
      mensaje,
      incrustar,
    ]),
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    trailingSlash: 'never',
    defaultErrorComponent: UnexpectedError,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPortalRouter>;
  }
}
