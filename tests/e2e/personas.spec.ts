import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { createDataDir, startServerProcess } from '#tests/support/process.ts';
import { test as base, expect } from './fixtures.ts';

/** One server with the sample school for all the journeys of this file. */
const test = base.extend<object, { school: { url: string; clave: string } }>({
  school: [
    async ({ browserName: _ }, use) => {
      const server = await startServerProcess({ DATA_DIR: await createDataDir() }, ['--demo']);
      const clave = /demo@tmm\.cl\s+(.+)/.exec(server.greeting)?.[1]?.trim() ?? '';
      await use({ url: server.url, clave });
      const { output } = await server.kill('SIGTERM');
      expect(output, 'the server logged a fault').not.toContain('request failed');
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ school }, use) => use(school.url),
});

async function enter(page: Page, clave: string, path: string) {
  await page.goto(`/app/entrar?volver=${encodeURIComponent(path)}`);
  await page.getByRole('textbox', { name: 'Correo' }).fill('demo@tmm.cl');
  await page.getByRole('textbox', { name: 'Contraseña' }).fill(clave);
  await page.getByRole('button', { name: 'Entrar' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/entrar'));
}

// As Excel saves it in Chile: Windows-1252, semicolons, a title above and a total below, and a cell with a line break.
const FERIA = Buffer.from(
  [
    'Contactos de la feria de diciembre;;;;',
    ';;;;',
    'Nombres;Apellidos;Mail;Celular;Qué dijo',
    'María José;Muñoz Ñancupil;MARIA.FERIA@ejemplo.cl ;9 8765 4301;"Quiere ir\r\nen marzo"',
    'Tomás;Peña;tomas.feria@ejemplo.cl;5.69E+10;Preguntó precios',
    'Ana;Soto;ana.feria@ejemplo.cl;+56 9 8765 4303;',
    'Rosa;Ibáñez;rosa arroba ejemplo;;Anotó mal su correo',
    'Total;4;;;',
    '',
  ].join('\r\n'),
  'latin1',
);

test('an ugly file comes in: its mapping mended, reviewed, run, and once more without effect @laptop', async ({
  page,
  school,
  checkPage,
}) => {
  await enter(page, school.clave, '/app/importaciones');
  const upload = async () => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Elegir archivo' }).click(),
    ]);
    await chooser.setFiles({ name: 'feria.csv', mimeType: 'text/csv', buffer: FERIA });
    await expect(page.getByRole('heading', { name: 'feria.csv' })).toBeVisible();
  };
  const review = () => page.getByRole('button', { name: /^Revisar \d+ filas?$/ }).click();

  await test.step('it is read as it is, and one column finds its place by hand', async () => {
    await upload();
    await expect(page.getByText(/punto y coma, títulos en la fila 3/)).toBeVisible();
    await expect(page.getByText('María José · Tomás · Ana')).toBeVisible();
    const column = page.getByRole('combobox', { name: 'Dato de la columna Qué dijo' });
    await column.click();
    await page.getByRole('option', { name: 'Notas' }).click();
    await checkPage(page, 'the mapping');
    await review();
  });

  await test.step('the review says what is wrong, and the rest comes in', async () => {
    await expect(page.getByRole('heading', { name: 'Qué pasará' })).toBeVisible();
    await expect(page.getByText(/no es un correo completo/).first()).toBeVisible();
    await page.locator('label').filter({ hasText: 'Con avisos' }).click();
    await expect(page.getByText(/Excel recortó el número/).first()).toBeVisible();
    await checkPage(page, 'the review');
    await page.getByRole('button', { name: /^Importar \d+ filas?$/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Importar' }).click();
    await expect(page.getByRole('heading', { name: 'Resultado' })).toBeVisible({ timeout: 30_000 });
    await checkPage(page, 'the result');
  });

  await test.step('the people are there, as they were written', async () => {
    await page.goto('/app/clientes?q=nancupil');
    await page.getByRole('link', { name: /María José Muñoz Ñancupil/ }).click();
    await expect(page.getByText('maria.feria@ejemplo.cl').first()).toBeVisible();
    await expect(page.getByText(/Quiere ir\s+en marzo/)).toBeVisible();
  });

  await test.step('the same file again finds nothing new', async () => {
    await page.goto('/app/importaciones');
    await upload();
    await expect(page.getByText('Este archivo ya se subió antes')).toBeVisible();
    await review();
    await expect(page.getByText('No hay nada nuevo que importar en este archivo.')).toBeVisible({
      timeout: 30_000,
    });
  });
});

test('a segment is said like a sentence, counted, saved, and taken away as a file @laptop', async ({
  page,
  school,
  checkPage,
}) => {
  await enter(page, school.clave, '/app/segmentos/nuevo');
  const add = async (name: string) => {
    await page.getByRole('button', { name: 'Agregar condición' }).first().click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  };
  const count = page.getByRole('region', { name: 'Quiénes son' }).getByRole('status');
  await page.getByRole('textbox', { name: 'Nombre' }).fill('Clientas de Instagram sin cursos');

  await add('Estado');
  const estado = page.getByRole('group', { name: 'Estado', exact: true });
  await estado.getByRole('combobox').last().click();
  await page.getByRole('option', { name: 'Cliente', exact: true }).click();
  await page.keyboard.press('Escape');
  await add('Cómo llegaron');
  const origen = page.getByRole('group', { name: 'Cómo llegaron', exact: true });
  await origen.getByRole('combobox').last().click();
  await page.getByRole('option', { name: 'Instagram' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^Personas de estado Cliente/)).toBeVisible();
  await checkPage(page, 'the segment being built');
  const people = Number((await count.innerText()).replace(/\D/g, ''));
  expect(people).toBeGreaterThan(10);
  await page.getByRole('button', { name: 'Guardar segmento' }).click();
  await expect(page.getByText('Segmento guardado.')).toBeVisible();

  await page.getByRole('link', { name: 'Ver personas' }).click();
  await expect(page).toHaveURL(/\/app\/clientes\?segmento=\d+/);
  await page.getByRole('button', { name: 'Descargar' }).first().click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'CSV' }).click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines[0]).toMatch(/^\ufeff.*Nombres;Apellidos/);
  expect(lines.length - 1, 'a line for each person that was counted').toBe(people);
});

test('two records of one person become one, and two again @laptop', async ({
  page,
  school,
  checkPage,
}) => {
  await enter(page, school.clave, '/app/duplicados');
  const pair = page.getByRole('listitem').filter({ hasText: 'mismo teléfono' }).first();
  const names = (await pair.getAttribute('aria-label')) ?? '';
  await checkPage(page, 'the list of duplicates');
  await pair.getByRole('link', { name: /^Comparar y unir/ }).click();
  await expect(page.getByRole('region', { name: 'Ficha 1' })).toBeVisible();
  await checkPage(page, 'the comparison');
  await page.getByRole('button', { name: 'Unir fichas' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Puedes deshacerlo durante 30 días.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Unir fichas' }).click();
  await expect(page.getByText('Listo: quedó una sola ficha')).toBeVisible();

  await page.getByRole('button', { name: 'Deshacer' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Separar|Deshacer/ })
    .click();
  await expect(page).toHaveURL(/\/app\/duplicados$/);
  await expect(page.getByRole('listitem', { name: names })).toBeVisible();
});

test('a WhatsApp is noted on a phone and waits on Inicio for tomorrow @phone', async ({
  page,
  school,
  checkPage,
  context,
}) => {
  await context.route(/^https:\/\/wa\.me\//, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>WhatsApp</title>' }),
  );
  await enter(page, school.clave, '/app');
  const before = await tomorrow(page);
  await page.goto('/app/clientes/7');
  await page.getByRole('button', { name: 'WhatsApp' }).click();
  const [whatsapp] = await Promise.all([
    context.waitForEvent('page'),
    page
      .getByRole('dialog')
      .getByRole('link', { name: /^Saludo/ })
      .click(),
  ]);
  expect(decodeURIComponent(whatsapp.url())).toMatch(/^https:\/\/wa\.me\/569\d{8}\?text=Hola /);
  await whatsapp.close();

  const dialog = page.getByRole('dialog');
  await checkPage(page, 'the offer to note it');
  await dialog.getByText('Mañana', { exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Qué hay que hacer' }).fill('Preguntar si se decidió');
  await dialog.getByRole('button', { name: 'Registrar', exact: true }).click();
  await expect(page.getByText(/^Contacto registrado\. Seguimiento/)).toBeVisible();
  await expect(page.getByText('Preguntar si se decidió').first()).toBeVisible();

  await page.goto('/app');
  expect(await tomorrow(page)).toBe(before + 1);
  await page.getByRole('link', { name: / para mañana$/ }).click();
  await expect(page.getByText('Preguntar si se decidió')).toBeVisible();
});

/** How many follow-ups Inicio says that wait for tomorrow. */
async function tomorrow(page: Page): Promise<number> {
  await expect(page.getByRole('region', { name: 'Por hacer hoy' })).toBeVisible();
  const link = page.getByRole('link', { name: / para mañana$/ });
  return (await link.count()) === 0 ? 0 : Number.parseInt(await link.innerText(), 10);
}
