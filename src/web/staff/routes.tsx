import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Permiso } from '#contract/permisos.ts';
import { ApiError } from '../api/client.ts';
import { ListSkeleton } from '../ui/ListSkeleton.tsx';
import { FrameError, NotFound, Root, RouteError } from './Root.tsx';
import { marcaQuery, sesionQuery } from './session.ts';

type Page = () => Promise<{ default: ComponentType }>;

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  // Every search value is a text; each screen knows its own.
  validateSearch: (search) => search as Record<string, string | undefined>,
  component: Root,
  notFoundComponent: NotFound,
});

/** The frame: navigation around every screen that needs a session. */
const frame = createRoute({
  getParentRoute: () => root,
  id: 'marco',
  beforeLoad: async ({ context: { queryClient }, location }) => {
    try {
      await Promise.all([
        queryClient.ensureQueryData(sesionQuery),
        queryClient.ensureQueryData(marcaQuery),
      ]);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'SIN_SESION') throw error;
      throw redirect({ to: '/app/entrar', search: { volver: location.href } });
    }
  },
  component: lazyRouteComponent(() => import('./shell/Shell.tsx')),
  errorComponent: FrameError,
});

/** A screen in the frame: its own chunk, and the permission without which it is not shown. */
function screen<const P extends string>(path: P, page: Page, permiso?: Permiso) {
  return createRoute({
    getParentRoute: () => frame,
    path,
    component: lazyRouteComponent(page),
    staticData: permiso ? { permiso } : {},
  });
}

const routeTree = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: '/app/entrar',
    component: lazyRouteComponent(() => import('./acceso/EntrarPage.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/app/primer-uso',
    component: lazyRouteComponent(() => import('./acceso/PrimerUsoPage.tsx')),
  }),
  frame.addChildren([
    screen('/app', () => import('./inicio/InicioPage.tsx')),
    screen('/app/clientes', () => import('./clientes/ClientesPage.tsx'), 'clientes:leer'),
    screen(
      '/app/clientes/nuevo',
      () => import('./clientes/ClienteFormPage.tsx'),
      'clientes:escribir',
    ),
    screen('/app/clientes/$id', () => import('./clientes/ClientePage.tsx'), 'clientes:leer'),
    screen(
      '/app/clientes/$id/editar',
      () => import('./clientes/ClienteFormPage.tsx'),
      'clientes:escribir',
    ),
    screen('/app/segmentos', () => import('./segmentos/SegmentosPage.tsx'), 'clientes:leer'),
    screen(
      '/app/segmentos/nuevo',
      () => import('./segmentos/SegmentoPage.tsx'),
      'segmentos:escribir',
    ),
    screen('/app/segmentos/$id', () => import('./segmentos/SegmentoPage.tsx'), 'clientes:leer'),
    screen('/app/duplicados', () => import('./duplicados/DuplicadosPage.tsx'), 'clientes:fusionar'),
    screen(
      '/app/duplicados/$a/$b',
      () => import('./duplicados/CompararPage.tsx'),
      'clientes:fusionar',
    ),
    screen(
      '/app/importaciones',
      () => import('./importaciones/ImportacionesPage.tsx'),
      'importaciones:escribir',
    ),
    screen(
      '/app/importaciones/$id',
      () => import('./importaciones/ImportacionPage.tsx'),
      'importaciones:escribir',
    ),
    screen(
      '/app/seguimientos',
      () => import('./interacciones/SeguimientosPage.tsx'),
      'interacciones:leer',
    ),
    screen('/app/empresas', () => import('./empresas/EmpresasPage.tsx'), 'clientes:leer'),
    screen(
      '/app/empresas/nueva',
      () => import('./empresas/EmpresaFormPage.tsx'),
      'empresas:escribir',
    ),
    screen('/app/empresas/$id', () => import('./empresas/EmpresaPage.tsx'), 'clientes:leer'),
    screen(
      '/app/empresas/$id/editar',
      () => import('./empresas/EmpresaFormPage.tsx'),
      'empresas:escribir',
    ),
    screen('/app/talleres', () => import('./talleres/TalleresPage.tsx'), 'talleres:leer'),
    screen(
      '/app/talleres/nuevo',
      () => import('./talleres/TallerFormPage.tsx'),
      'talleres:escribir',
    ),
    screen('/app/talleres/$id', () => import('./talleres/TallerPage.tsx'), 'talleres:leer'),
    screen(
      '/app/talleres/$id/editar',
      () => import('./talleres/TallerFormPage.tsx'),
      'talleres:escribir',
    ),
    screen(
      '/app/talleres/$id/inscribir',
      () => import('./ventas/nueva/NuevaVentaPage.tsx'),
      'ventas:escribir',
    ),
    screen(
      '/app/talleres/$id/asistencia',
      () => import('./asistencia/AsistenciaPage.tsx'),
      'talleres:leer',
    ),
    screen(
      '/app/asistencia/$codigo',
      () => import('./asistencia/EscaneoPage.tsx'),
      'asistencia:escribir',
    ),
    screen('/app/cursos', () => import('./cursos/CursosPage.tsx'), 'cursos:leer'),
    screen('/app/cursos/nuevo', () => import('./cursos/CursoFormPage.tsx'), 'cursos:escribir'),
    screen('/app/cursos/$id', () => import('./cursos/CursoPage.tsx'), 'cursos:leer'),
    screen('/app/cursos/$id/editar', () => import('./cursos/CursoFormPage.tsx'), 'cursos:escribir'),
    screen(
      '/app/cursos/$id/lecciones/nueva',
      () => import('./cursos/LeccionPage.tsx'),
      'cursos:escribir',
    ),
    screen(
      '/app/cursos/$id/lecciones/$leccionId',
      () => import('./cursos/LeccionPage.tsx'),
      'cursos:escribir',
    ),
    screen('/app/productos', () => import('./productos/ProductosPage.tsx'), 'productos:leer'),
    screen(
      '/app/productos/nuevo',
      () => import('./productos/ProductoFormPage.tsx'),
      'productos:escribir',
    ),
    screen('/app/productos/$id', () => import('./productos/ProductoPage.tsx'), 'productos:leer'),
    screen(
      '/app/productos/$id/editar',
      () => import('./productos/ProductoFormPage.tsx'),
      'productos:escribir',
    ),
    screen('/app/entregas', () => import('./productos/EntregasPage.tsx'), 'ventas:leer'),
    screen('/app/avisos', () => import('./avisos/AvisosPage.tsx'), 'clientes:leer'),
    screen('/app/ventas', () => import('./ventas/CobrosPage.tsx'), 'ventas:leer'),
    screen(
      '/app/ventas/nueva',
      () => import('./ventas/nueva/NuevaVentaPage.tsx'),
      'ventas:escribir',
    ),
    screen('/app/ventas/$id', () => import('./ventas/CobroPage.tsx'), 'ventas:leer'),
    screen(
      '/app/ventas/$id/comprobante',
      () => import('./ventas/ComprobantePage.tsx'),
      'ventas:leer',
    ),
    createRoute({
      getParentRoute: () => frame,
      path: '/app/emails',
      beforeLoad: () => {
        throw redirect({ to: '/app/emails/campanas', replace: true });
      },
    }),
    screen(
      '/app/emails/campanas',
      () => import('./emails/campanas/CampanasPage.tsx'),
      'emails:leer',
    ),
    screen(
      '/app/emails/campanas/nueva',
      () => import('./emails/campanas/CampanaFormPage.tsx'),
      'emails:escribir',
    ),
    screen(
      '/app/emails/campanas/$id',
      () => import('./emails/campanas/CampanaPage.tsx'),
      'emails:leer',
    ),
    screen(
      '/app/emails/campanas/$id/editar',
      () => import('./emails/campanas/CampanaFormPage.tsx'),
      'emails:escribir',
    ),
    screen(
      '/app/emails/plantillas',
      () => import('./emails/plantillas/PlantillasPage.tsx'),
      'emails:leer',
    ),
    screen(
      '/app/emails/plantillas/nueva',
      () => import('./emails/plantillas/PlantillaPage.tsx'),
      'emails:escribir',
    ),
    screen(
      '/app/emails/plantillas/$id',
      () => import('./emails/plantillas/PlantillaPage.tsx'),
      'emails:leer',
    ),
    screen(
      '/app/emails/automaticos',
      () => import('./emails/automaticos/AutomaticosPage.tsx'),
      'emails:leer',
    ),
    screen(
      '/app/emails/automaticos/$clave',
      () => import('./emails/automaticos/AutomaticoPage.tsx'),
      'emails:leer',
    ),
    screen(
      '/app/emails/registro',
      () => import('./emails/registro/RegistroPage.tsx'),
      'emails:leer',
    ),
    screen(
      '/app/emails/registro/$id',
      () => import('./emails/registro/EmailPage.tsx'),
      'emails:leer',
    ),
    screen(
      '/app/emails/bajas',
      () => import('./emails/supresiones/SupresionesPage.tsx'),
      'emails:leer',
    ),
    screen('/app/resenas', () => import('./resenas/ResenasPage.tsx'), 'resenas:leer'),
    screen('/app/resenas/ranking', () => import('./resenas/RankingPage.tsx'), 'resenas:leer'),
    screen('/app/reportes', () => import('./reportes/ReportesPage.tsx'), 'reportes:leer'),
    screen('/app/reportes/$nombre', () => import('./reportes/ReportePage.tsx'), 'reportes:leer'),
    screen('/app/ajustes', () => import('./ajustes/AjustesPage.tsx')),
    screen('/app/ajustes/escuela', () => import('./ajustes/EscuelaPage.tsx'), 'ajustes:escribir'),
    screen('/app/ajustes/pagos', () => import('./ajustes/PagosPage.tsx'), 'ajustes:escribir'),
    screen(
      '/app/ajustes/correo',
      () => import('./ajustes/correo/CorreoPage.tsx'),
      'ajustes:escribir',
    ),
    screen(
      '/app/ajustes/novedades',
      () => import('./ajustes/NovedadesPage.tsx'),
      'ajustes:escribir',
    ),
    screen(
      '/app/ajustes/intereses',
      () => import('./ajustes/InteresesPage.tsx'),
      'intereses:escribir',
    ),
    screen(
      '/app/ajustes/textos',
      () => import('./ajustes/TextosPage.tsx'),
      'interacciones:escribir',
    ),
    screen('/app/ajustes/equipo', () => import('./ajustes/EquipoPage.tsx'), 'usuarios:administrar'),
    screen('/app/ajustes/actividad', () => import('./ajustes/ActividadPage.tsx'), 'auditoria:leer'),
    screen('/app/ajustes/cuenta', () => import('./ajustes/CuentaPage.tsx')),
  ]),
]);

export function createStaffRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPendingComponent: ListSkeleton,
    defaultErrorComponent: RouteError,
    scrollRestoration: true,
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(
        Object.entries(search).filter(([, value]) => value !== undefined && value !== ''),
      ).toString();
      return text ? `?${text}` : '';
    },
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createStaffRouter>;
  }
  interface StaticDataRouteOption {
    permiso?: Permiso;
  }
}
