import type { TallerPublicoItem } from '#contract/publico.ts';
import { createDataDir, startServerProcess } from '#tests/support/process.ts';
import { test as base, expect } from './fixtures.ts';

/** One server with the sample school for all the pages of this file. */
const test = base.extend<object, { school: { url: string; clave: string } }>({
  school: [
    async ({ browserName: _ }, use) => {
      const server = await startServerProcess({ DATA_DIR: await createDataDir() }, ['--demo']);
      const clave = /demo@tmm\.cl\s+(.+)/.exec(server.greeting)?.[1]?.trim() ?? '';
      await use({ url: server.url, clave });
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
  '/app/clientes/nuevo',
  '/app/clientes/7',
  '/app/clientes/7/editar',
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
  '/app/ajustes/escuela',
  '/app/ajustes/pagos',
  '/app/ajustes/novedades',
  '/app/ajustes/intereses',
  '/app/ajustes/equipo',
  '/app/ajustes/cuenta',
  '/app/ajustes/actividad',
];
const open = ['/', '/novedades', '/incrustar/novedades', '/app/entrar'];

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
    });

    test('every page for staff stands', async ({ page, school, checkPage }) => {
      await page.goto('/app/entrar');
      await page.getByRole('textbox', { name: 'Correo' }).fill('demo@tmm.cl');
      await page.getByRole('textbox', { name: 'Contraseña' }).fill(school.clave);
      await page.getByRole('button', { name: 'Entrar' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Inicio' })).toBeVisible();
      for (const path of staff) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await checkPage(page, path);
      }
    });
  });
}
