import { createServer } from 'node:net';
import type { Page } from '@playwright/test';
import { createDataDir, type ServerProcess, startServerProcess } from '#tests/support/process.ts';
import { type SmtpSink, smtpSink } from '#tests/support/smtpSink.ts';
import { test as base, expect } from './fixtures.ts';

const SITE = 'https://escuela.cl';

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}

type School = { server: ServerProcess; sink: SmtpSink; clave: string; local: string };

/** The sample school, whose mail goes to a server of ours; its public address is on HTTPS, as campaigns require. */
const test = base.extend<{ school: School }>({
  school: async ({ browserName: _ }, use) => {
    const sink = await smtpSink();
    const port = await freePort();
    const server = await startServerProcess(
      {
        DATA_DIR: await createDataDir(),
        PORT: String(port),
        PUBLIC_URL: SITE,
        SMTP_URL: sink.url,
        EMAIL_FROM: 'Taller Mano Mía <hola@escuela.cl>',
      },
      ['--demo'],
    );
    const clave = /demo@tmm\.cl\s+(.+)/.exec(server.greeting)?.[1]?.trim() ?? '';
    await use({ server, sink, clave, local: `http://127.0.0.1:${port}` });
    const { output } = await server.kill('SIGTERM');
    await sink.close();
    expect(output, 'the server logged a fault').not.toContain('request failed');
  },
  baseURL: async ({ school }, use) => use(school.local),
});

/** The parts of a message, decoded enough to read its links. */
const readable = (raw: string) => raw.replace(/=\r?\n/g, '').replaceAll('=3D', '=');

async function toStep(page: Page, name: string) {
  await page.getByRole('navigation', { name: 'Pasos' }).getByRole('link', { name }).click();
}

/** How many people it says it will reach. */
async function reach(page: Page): Promise<number> {
  const words = page.getByText(/Llegará a [\d.]+ de [\d.]+ personas/).first();
  await expect(words).toBeVisible();
  const [, n = '0'] = /Llegará a ([\d.]+)/.exec(await words.innerText()) ?? [];
  return Number(n.replaceAll('.', ''));
}

async function send(page: Page, n: number) {
  await page.getByRole('button', { name: `Enviar ahora a ${n} personas` }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Enviar a ${n} personas` })
    .click();
  await expect(page.getByText('Completada').first()).toBeVisible({ timeout: 60_000 });
}

test('an offer from its first word to who wants no more of them @laptop', async ({
  page,
  school,
  checkPage,
  browser,
}) => {
  test.setTimeout(240_000);
  const { sink, local } = school;
  let first = 0;

  await test.step('marketing enters and writes an offer', async () => {
    await page.goto('/app/entrar');
    await page.getByRole('textbox', { name: 'Correo' }).fill('demo@tmm.cl');
    await page.getByRole('textbox', { name: 'Contraseña' }).fill(school.clave);
    await page.getByRole('button', { name: 'Entrar' }).click();
    await page.getByRole('navigation').getByRole('link', { name: 'Emails', exact: true }).click();
    await page.getByRole('link', { name: 'Nueva campaña' }).first().click();
    await page.getByRole('textbox', { name: 'Nombre de la campaña' }).fill('Cerámica de verano');
    await page.getByRole('combobox', { name: 'Partir de una plantilla' }).click();
    await page.getByRole('option', { name: /Novedades de la temporada/ }).click();
    await page.getByRole('radio', { name: /Oferta/ }).click();
    await page.getByRole('button', { name: 'Continuar' }).click();
  });

  await test.step('for those whom an interest brings', async () => {
    await page.getByRole('button', { name: 'Agregar condición' }).click();
    await page.getByRole('menuitem', { name: 'Les interesa' }).click();
    await page.getByRole('combobox', { name: /Les interesa alguno de/ }).click();
    await page.getByRole('option').first().click();
    await page.keyboard.press('Escape');
    await expect(page.getByText('No han aceptado recibir correos')).toBeVisible();
    await expect.poll(() => reach(page)).toBeLessThan(900);
    await checkPage(page, 'whom a campaign is for');
  });

  await test.step('an unknown variable is told beside its field, and nothing is lost', async () => {
    await toStep(page, 'Mensaje');
    const subject = page.getByRole('textbox', { name: 'Asunto', exact: true });
    await subject.fill('{{ cliente.nombres }}, {{ cliente.apodo }}: talleres de verano');
    await expect(page.getByText(/cliente\.apodo/).nth(1)).toBeVisible();
    await subject.fill('{{ cliente.nombres | default: "Hola" }}, talleres de verano');
    await expect(page.getByText('Guardado').first()).toBeVisible();
    await checkPage(page, 'what a campaign says');
  });

  await test.step("it is reviewed, seen with a real person's data and tested", async () => {
    await toStep(page, 'Revisar y enviar');
    await expect(page.locator('iframe').contentFrame().getByText('Ver los talleres')).toBeVisible();
    await checkPage(page, 'the review of a campaign');
    await page.getByRole('button', { name: 'Enviar una prueba' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Enviar prueba' }).click();
    await expect(page.getByText('Va en camino')).toBeVisible();
    await expect.poll(() => sink.recibidos.map(({ para }) => para)).toContain('demo@tmm.cl');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Listo|Cerrar/ })
      .first()
      .click();
    sink.recibidos.length = 0;
  });

  await test.step('it goes out, once to each', async () => {
    first = await reach(page);
    await send(page, first);
    await checkPage(page, 'the report of a campaign');
    const offers = sink.recibidos.filter(({ raw }) => /^List-Unsubscribe:/m.test(raw));
    expect(offers).toHaveLength(first);
    expect(new Set(offers.map(({ para }) => para)).size).toBe(first);
  });

  const [mensaje] = sink.recibidos.filter(({ raw }) => /^List-Unsubscribe:/m.test(raw));
  const who = mensaje?.para ?? '';

  await test.step('the log has the message as it was sent', async () => {
    await page.goto(`/app/emails/registro?q=${encodeURIComponent(who)}`);
    const row = page.getByRole('row').filter({ hasText: 'talleres de verano' });
    await row.getByRole('link').first().click();
    await expect(page.getByText(/250 2\.0\.0 queued/).first()).toBeVisible();
    await expect(page.locator('iframe').contentFrame().getByText('Ver los talleres')).toBeVisible();
    await checkPage(page, 'a message in the log');
  });

  await test.step('its recipient follows the link of the message and leaves', async () => {
    const [, path = ''] =
      /https:\/\/escuela\.cl(\/correo\/baja\/[\w-]+)/.exec(readable(mensaje?.raw ?? '')) ?? [];
    const visitor = await browser.newContext({ locale: 'es-CL' });
    const phone = await visitor.newPage();
    await phone.setViewportSize({ width: 360, height: 740 });
    await phone.goto(local + path);
    await checkPage(phone, 'the way out');
    await phone.getByRole('button', { name: 'Dejar de recibirlas' }).click();
    await expect(
      phone.getByRole('heading', { name: 'Ya no te enviaremos novedades' }),
    ).toBeVisible();
    await checkPage(phone, 'out');
    await visitor.close();
  });

  await test.step('sent again, they are left out with the reason', async () => {
    sink.recibidos.length = 0;
    await page.goto('/app/emails/campanas');
    await page.getByRole('link', { name: 'Cerámica de verano' }).first().click();
    await page.getByRole('button', { name: 'Más' }).click();
    await page.getByRole('menuitem', { name: /Copiar/ }).click();
    await toStep(page, 'Revisar y enviar');
    await expect.poll(() => reach(page)).toBe(first - 1);
    const bajas = page.getByRole('listitem').filter({ hasText: 'En la lista de bajas' });
    await bajas.getByRole('button', { name: /Ver/ }).click();
    await expect(page.getByRole('dialog').getByText(who)).toBeVisible();
    await page.keyboard.press('Escape');
    await send(page, first - 1);
    expect(sink.recibidos.map(({ para }) => para)).not.toContain(who);
    expect(sink.recibidos).toHaveLength(first - 1);
  });
});
