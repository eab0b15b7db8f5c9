import type { Page } from '@playwright/test';
import { expect, firstUseLink, test } from './fixtures.ts';

const CLAVE = 'greda y torno 2026';

/** A date some days ahead as a Chilean types it, on the business's clock. */
function fechaEn(days: number): string {
  const date = new Date(Date.now() + days * 86_400_000);
  const parts = new Intl.DateTimeFormat('es-CL', {
    timeZone: 'America/Santiago',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(date);
  return parts;
}

const phone = (page: Page) => (page.viewportSize()?.width ?? 0) < 600;

async function goTo(page: Page, name: string) {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
}

test('from an empty machine to a paid seat', async ({ page, server, checkPage, browser }) => {
  await test.step('the administrator is created with the one-use link', async () => {
    await page.goto(firstUseLink(server));
    await page.getByLabel('Nombre de la escuela').fill('Taller Mano Mía');
    await page.getByLabel('Tu nombre').fill('Rosa Díaz');
    await page.getByLabel('Tu correo').fill('rosa@manomia.cl');
    await page.getByRole('textbox', { name: 'Contraseña' }).fill('corta');
    await page.getByRole('button', { name: 'Crear mi cuenta y entrar' }).click();
    await expect(page.getByText('Usa al menos 10 caracteres.')).toBeVisible();
    await checkPage(page, 'first use');
    await page.getByRole('textbox', { name: 'Contraseña' }).fill(CLAVE);
    await page.getByRole('button', { name: 'Crear mi cuenta y entrar' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Inicio' })).toBeVisible();
    await checkPage(page, 'an empty Inicio');
  });

  await test.step('the account for transfers is set', async () => {
    await page.goto('/app/ajustes/pagos');
    await page.getByLabel('Banco').fill('BancoEstado');
    await page.getByLabel('Tipo de cuenta').fill('Cuenta corriente');
    await page.getByLabel('Número de cuenta').fill('12345678');
    await page.getByLabel('Titular', { exact: true }).fill('Taller Mano Mía Ltda.');
    await page.getByLabel('RUT del titular').fill('76.543.210-9');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await expect(page.getByText(/RUT no es válido/)).toBeVisible();
    await page.getByLabel('RUT del titular').fill('76.543.210-3');
    await checkPage(page, 'Ajustes, payments');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await expect(page.getByText(/guard/i).last()).toBeVisible();
  });

  await test.step('a taller is made and published', async () => {
    await goTo(page, 'Talleres');
    await checkPage(page, 'no talleres yet');
    await page.getByRole('link', { name: 'Nuevo taller' }).first().click();
    await page.getByLabel('Título').fill('Cerámica en gres');
    await page.getByLabel('Empieza: fecha').fill(fechaEn(5));
    await page.getByLabel('Empieza: hora').fill('10');
    await page.getByLabel('Empieza: minutos').fill('00');
    await page.getByLabel('Lugar').fill('Casa Yungay');
    await page.getByRole('textbox', { name: 'Cupos' }).fill('8');
    await page.getByLabel('Precio por cupo').fill('45 mil');
    await checkPage(page, 'a new taller');
    await page.getByRole('button', { name: 'Crear borrador' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Cerámica en gres' })).toBeVisible();
    await page.getByRole('button', { name: 'Publicar' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publicar' }).click();
    await expect(page.getByText('Publicado').first()).toBeVisible();
    await checkPage(page, 'a published taller');
  });

  const codigo = await test.step('a visitor enrols two people', async () => {
    const size = page.viewportSize();
    const context = await browser.newContext({ viewport: size, locale: 'es-CL' });
    const visitor = await context.newPage();
    await visitor.goto(`${server.url}/?utm_source=instagram&utm_campaign=verano`);
    await checkPage(visitor, 'the catalogue');
    await visitor
      .getByRole('link', { name: /Cerámica en gres/ })
      .first()
      .click();
    await expect(visitor.getByText(/8 cupos/).first()).toBeVisible();
    await checkPage(visitor, 'a workshop');
    await visitor.getByLabel('Nombres').fill('María José');
    await visitor.getByLabel('Apellidos').fill('Muñoz Soto');
    await visitor.getByRole('textbox', { name: 'Correo' }).fill('mariajose@correo.cl');
    await visitor.getByLabel('Teléfono').fill('1234');
    await visitor.getByLabel('Cupos').selectOption('2');
    await visitor
      .getByRole('form', { name: 'Inscripción' })
      .getByRole('button', { name: 'Inscribirme' })
      .click();
    await expect(visitor.getByText(/9 dígitos/).first()).toBeVisible();
    await expect(visitor.getByLabel('Nombres')).toHaveValue('María José');
    await visitor.getByLabel('Teléfono').fill('9 8765 4321');
    await visitor
      .getByRole('form', { name: 'Inscripción' })
      .getByRole('button', { name: 'Inscribirme' })
      .click();
    await visitor.waitForURL(/\/reservas\//);
    await expect(visitor.getByText('BancoEstado').first()).toBeVisible();
    await expect(visitor.getByText('$90.000').first()).toBeVisible();
    await checkPage(visitor, 'a reservation');
    const reference = new URL(visitor.url()).pathname.split('/').at(-1) ?? '';
    await context.close();
    return reference;
  });

  await test.step('staff finds the sale by its reference and registers an abono', async () => {
    await goTo(page, 'Inicio');
    if (phone(page)) await page.getByRole('button', { name: 'Buscar' }).click();
    else await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /Buscar/ }).fill(codigo);
    await page.getByRole('option', { name: new RegExp(codigo) }).click();
    await expect(page.getByText('Pendiente').first()).toBeVisible();
    await page.getByRole('button', { name: 'Registrar pago' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Monto').fill('30.000');
    await dialog.getByLabel('Referencia').fill('BCI 4411');
    await checkPage(page, 'the payment dialog');
    await dialog.getByRole('button', { name: 'Registrar pago' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Abonado').first()).toBeVisible();
    await expect(page.getByText('$60.000').first()).toBeVisible();
    await checkPage(page, 'a sale part-paid');
  });

  await test.step('the rest is paid from the person, who is a customer by now', async () => {
    await goTo(page, 'Clientes');
    await page.getByPlaceholder(/Buscar por nombre/).fill('munoz');
    await checkPage(page, 'the list of clientes');
    await page
      .getByRole('link', { name: /María José Muñoz Soto/ })
      .first()
      .click();
    await expect(page.getByText('Cliente', { exact: true }).first()).toBeVisible();
    await checkPage(page, 'a cliente');
    await page.getByRole('button', { name: 'Registrar pago' }).first().click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('Monto')).toHaveValue(/60\.000/);
    await dialog.getByRole('button', { name: 'Registrar pago' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Pagado').first()).toBeVisible();
  });

  await test.step('the seats and the income show it', async () => {
    await goTo(page, 'Talleres');
    await checkPage(page, 'the list of talleres');
    await page
      .getByRole('link', { name: /Cerámica en gres/ })
      .first()
      .click();
    await expect(page.getByText(/Pagad\w+\s*2|2\s*pagad/i).first()).toBeVisible();
    await checkPage(page, 'a taller with people');
    await goTo(page, 'Ventas');
    await checkPage(page, 'the list of sales');
    await goTo(page, 'Inicio');
    await expect(page.getByText('$90.000').first()).toBeVisible();
    await expect(page.getByRole('link', { name: /Cerámica en gres/ }).first()).toBeVisible();
    await checkPage(page, 'Inicio with income');
  });
});
