import type { TallerPublicoItem } from '#contract/publico.ts';
import { createDataDir, startServerProcess } from '#tests/support/process.ts';
import { test as base, expect } from './fixtures.ts';

/** One server with the sample school for all the pages of this file. */
const test = base.extend<object, { school: { url: string; clave: string; alumna: string } }>({
  school: [
    async ({ browserName: _ }, use) => {
      const server = await startServerProcess({ DATA_DIR: await createDataDir() }, ['--demo']);
      const clave = /demo@tmm\.cl\s+(.+)/.exec(server.greeting)?.[1]?.trim() ?? '';
      const alumna = /mi\/entrar, con:\s+(\S+)/.exec(server.greeting)?.[1] ?? '';
      await use({ url: server.url, clave, alumna });
      await server.kill('SIGTERM');
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ school }, use) => use(school.url),
});

const staff = [
  '/app',
  '/app/clientes',
  '/app/clientes?estado=LEAD,PROSPECTO&q=mar',
  '/app/clientes?segmento=2',
  '/app/clientes/nuevo',
  '/app/clientes/7',
  '/app/clientes/7?ver=CONTACTOS,PAGOS',
  '/app/clientes/7/editar',
  '/app/seguimientos',
  '/app/seguimientos?responsable=yo&cuando=ATRASADO,HOY',
  '/app/segmentos',
  '/app/segmentos/2',
  '/app/segmentos/nuevo?estado=LEAD&comuna=13120',
  '/app/duplicados',
  '/app/duplicados?cliente=7',
  '/app/duplicados?vista=uniones',
  '/app/duplicados/1/390',
  '/app/importaciones',
  '/app/empresas',
  '/app/empresas/2',
  '/app/empresas/nueva',
  '/app/talleres',
  '/app/talleres/62',
  '/app/talleres/62/editar',
  '/app/talleres/nuevo',
  '/app/ventas',
  '/app/ventas/20',
  '/app/ventas/nueva?cliente=7&taller=63',
  '/app/ventas/nueva?curso=1&producto=2',
  '/app/talleres/62/asistencia',
  '/app/cursos',
  '/app/cursos/1',
  '/app/cursos/1/editar',
  '/app/cursos/1/lecciones/1',
  '/app/cursos/1/lecciones/nueva',
  '/app/productos',
  '/app/productos/1',
  '/app/productos/1/editar',
  '/app/entregas',
  '/app/avisos',
  '/app/emails/campanas',
  '/app/emails/campanas/nueva',
  '/app/emails/campanas/1',
  '/app/emails/campanas/2/editar',
  '/app/emails/plantillas',
  '/app/emails/plantillas/1',
  '/app/emails/plantillas/nueva',
  '/app/emails/automaticos',
  '/app/emails/automaticos/PAGO_RECIBIDO',
  '/app/emails/registro',
  '/app/emails/registro/5',
  '/app/emails/bajas',
  '/app/resenas',
  '/app/resenas/ranking',
  '/app/reportes',
  '/app/reportes/ingresos',
  '/app/reportes/categorias',
  '/app/reportes/calificados',
  '/app/reportes/atribucion',
  '/app/reportes/embudo',
  '/app/reportes/retencion',
  '/app/reportes/empresas',
  '/app/reportes/ocupacion',
  '/app/reportes/ingresos?periodo=PERSONAL&desde=2019-01-01&hasta=2019-12-31',
  '/app/ajustes/escuela',
  '/app/ajustes/pagos',
  '/app/ajustes/correo',
  '/app/ajustes/novedades',
  '/app/ajustes/intereses',
  '/app/ajustes/textos',
  '/app/ajustes/equipo',
  '/app/ajustes/cuenta',
  '/app/ajustes/actividad',
];
const open = [
  '/',
  '/cursos',
  '/cursos/ceramica-en-casa-sin-torno',
  '/mi/entrar',
  '/novedades',
  '/incrustar/novedades',
  '/app/entrar',
];
const mine = ['/mi', '/mi/cursos', '/mi/talleres', '/mi/pagos', '/mi/resenas', '/mi/datos'];

test.describe.configure({ timeout: 300_000 });

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('every page for the public stands', async ({ page, checkPage }) => {
      for (const path of open) {
        await page.goto(path);
        await checkPage(page, path);
      }
      const { items } = await (await page.request.get('/api/publico/talleres')).json();
      const taller = items.find((t: TallerPublicoItem) => t.disponibilidad === 'ABIERTO');
      await page.goto(`/talleres/${taller.slug}`);
      await expect(page.getByRole('form', { name: 'Inscripción' })).toBeVisible();
      await checkPage(page, 'a workshop that takes enrolments');
      const full = items.find((t: TallerPublicoItem) => t.disponibilidad === 'COMPLETO');
      await page.goto(`/talleres/${full.slug}`);
      await expect(page.getByRole('form', { name: 'Lista de espera' })).toBeVisible();
      await checkPage(page, 'a workshop that is full');
    });

    test('every page for students stands', async ({ page, school, checkPage }) => {
      await page.goto('/mi/entrar');
      await page.getByRole('button', { name: /contraseña/i }).click();
      const form = page.getByRole('form', { name: 'Entrar con contraseña' });
      await form.getByLabel('Correo').fill(school.alumna);
      await form.getByRole('textbox', { name: 'Contraseña' }).fill(school.clave);
      await form.getByRole('button', { name: 'Entrar' }).click();
      await expect(page.getByRole('heading', { level: 1, name: /Hola/ })).toBeVisible();
      const cursos = await (await page.request.get('/api/portal/cursos')).json();
      const [curso] = cursos.items;
      const talleres = await (await page.request.get('/api/portal/talleres')).json();
      const lecciones = await (await page.request.get(`/api/portal/cursos/${curso.id}`)).json();
      const deep = [
        `/mi/cursos/${curso.id}`,
        `/mi/cursos/${curso.id}/${lecciones.contenido[0].id}`,
        `/mi/talleres/${talleres.items[0].inscripcionId}`,
      ];
      for (const path of [...mine, ...deep]) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await checkPage(page, path);
      }
    });

    test('every page for staff stands', async ({ page, school, checkPage }) => {
      await page.goto('/app/entrar');
      await page.getByRole('textbox', { name: 'Correo' }).fill('demo@tmm.cl');
      await page.getByRole('textbox', { name: 'Contraseña' }).fill(school.clave);
      await page.getByRole('button', { name: 'Entrar' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Inicio' })).toBeVisible();
      const paid = await page.request.get('/api/cobros?estado=PAGADO&limite=20');
      const { items } = await paid.json();
      const { id } = items.find((c: { comprobante: number | null }) => c.comprobante !== null);
      for (const path of [...staff, `/app/ventas/${id}/comprobante`]) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await checkPage(page, path);
      }
    });
  });
}
