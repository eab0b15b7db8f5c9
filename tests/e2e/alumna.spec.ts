import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { createEnlacePortal } from '#contract/avisos.ts';
import { createPago, listCobros } from '#contract/cobros.ts';
import { createCurso, createLeccion, grantAcceso, publishCurso } from '#contract/cursos.ts';
import type { Answer, CallArgs, Endpoint } from '#contract/endpoint.ts';
import { listEspera } from '#contract/espera.ts';
import { listMisTalleres } from '#contract/portal.ts';
import { createProducto } from '#contract/productos.ts';
import { buildRequest, type LooseArgs } from '#contract/request.ts';
import { createTaller, publishTaller, type Taller } from '#contract/talleres.ts';
import { anularInscripcion } from '#contract/ventas.ts';
import { createDataDir, startServerProcess } from '#tests/support/process.ts';
import { test as base, expect, withoutVideos } from './fixtures.ts';

const ADMIN = { email: 'rosa@manomia.cl', clave: 'greda y torno 2026' };
const HOUR = 3_600_000;

/** A school with its administrator, so that the journey begins with the buyer. */
const test = base.extend({
  server: async ({ browserName: _ }, use) => {
    const server = await startServerProcess({
      DATA_DIR: await createDataDir(),
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.clave,
    });
    await use(server);
    const { output } = await server.kill('SIGTERM');
    expect(output, 'the server logged a fault').not.toContain('request failed');
  },
});

/** A call of the API with the session of that browser. */
async function api<E extends Endpoint>(
  request: APIRequestContext,
  endpoint: E,
  args: CallArgs<E>,
): Promise<Answer<E>> {
  const { path, init } = buildRequest(endpoint, args as LooseArgs);
  const response = await request.fetch(path, {
    method: init.method ?? 'GET',
    headers: init.headers as Record<string, string>,
    ...(init.body ? { data: String(init.body) } : {}),
  });
  expect(response.ok(), `${path}: ${response.status()} ${await response.text()}`).toBe(true);
  return (await response.json()) as Answer<E>;
}

async function newTaller(staff: Page, titulo: string, hours: number, cupos: number) {
  const at = (h: number) => new Date(Date.now() + h * HOUR).toISOString();
  const draft = await api(staff.request, createTaller, {
    body: {
      titulo,
      modalidad: 'PRESENCIAL',
      lugar: 'Casa Yungay',
      iniciaEn: at(hours),
      terminaEn: at(hours + 3),
      zona: 'America/Santiago',
      precio: 40_000,
      cupos,
    },
  });
  const params = { id: draft.id };
  return api(staff.request, publishTaller, { params, body: { version: draft.version } });
}

async function newCurso(staff: Page) {
  const { request } = staff;
  const { id } = await api(request, createCurso, {
    body: { titulo: 'Esmaltes desde cero', resumen: 'De la receta al horno.', precio: 60_000 },
  });
  let version = 1;
  const film = await request.post('/api/videos?nombre=receta.webm', {
    headers: { 'content-type': 'video/webm' },
    data: await recordVideo(staff),
  });
  const { id: videoId } = await film.json();
  const lecciones = [
    { titulo: 'Qué es un esmalte', videoEnlace: 'https://youtu.be/aqz-KE-bpKQ' },
    { titulo: 'Tu primera receta', videoEnlace: null, videoId },
  ];
  for (const leccion of lecciones) {
    const texto = `<p>Aquí va <strong>${leccion.titulo.toLowerCase()}</strong>.</p>`;
    const body = { ...leccion, texto, duracionSegundos: 600 };
    await api(request, createLeccion, { params: { id }, body });
  }
  ({ version } = await (await request.get(`/api/cursos/${id}`)).json());
  await api(request, publishCurso, { params: { id }, body: { version } });
  return id;
}

/** A film of three seconds that a browser records of a canvas. */
async function recordVideo(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 160;
    canvas.height = 90;
    const pen = canvas.getContext('2d');
    const draw = setInterval(() => {
      if (!pen) return;
      pen.fillStyle = `hsl(${performance.now() / 10} 60% 50%)`;
      pen.fillRect(0, 0, 160, 90);
    }, 50);
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm' });
    const pieces: Blob[] = [];
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    const ended = new Promise((done) => recorder.addEventListener('stop', done));
    recorder.start();
    setTimeout(() => recorder.stop(), 3_000);
    await ended;
    clearInterval(draw);
    return [...new Uint8Array(await new Blob(pieces).arrayBuffer())];
  });
  return Buffer.from(bytes);
}

/** A phone of its own. */
async function openPhone(browser: Browser, url: string, width: number): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: 740 },
    locale: 'es-CL',
    hasTouch: true,
  });
  await withoutVideos(context);
  return context.newPage();
}

async function fillPersona(page: Page, nombres: string, email: string) {
  await page.getByLabel('Nombres').fill(nombres);
  await page.getByLabel('Apellidos').fill('Muñoz Soto');
  await page.getByRole('textbox', { name: 'Correo' }).fill(email);
  await page.getByLabel('Teléfono').fill('9 8765 4321');
}

test('@phone a student buys, waits, learns, attends and reviews', async ({
  page: staff,
  server,
  checkPage,
  browser,
}) => {
  test.setTimeout(240_000);
  await staff.goto('/app/entrar');
  await staff.getByRole('textbox', { name: 'Correo' }).fill(ADMIN.email);
  await staff.getByRole('textbox', { name: 'Contraseña' }).fill(ADMIN.clave);
  await staff.getByRole('button', { name: 'Entrar' }).click();
  await expect(staff.getByRole('heading', { level: 1, name: 'Inicio' })).toBeVisible();
  const today = await newTaller(staff, 'Cerámica en gres', 4, 6);
  const full = await newTaller(staff, 'Torno de noche', 80, 1);
  const kit = await api(staff.request, createProducto, {
    body: {
      nombre: 'Kit de modelado',
      sku: 'KIT-1',
      precio: 15_000,
      ventaWeb: true,
      stockInicial: 3,
    },
  });
  const cursoId = await newCurso(staff);
  const visitor = await openPhone(browser, server.url, 360);

  await test.step('a workshop with a kit', async () => {
    await visitor.goto(`/talleres/${today.slug}`);
    await visitor.getByRole('button', { name: `Agregar uno: ${kit.nombre}` }).click();
    await fillPersona(visitor, 'María José', 'mariajose@correo.cl');
    await expect(visitor.getByText('$55.000').first()).toBeVisible();
    await checkPage(visitor, 'a workshop with a kit');
    const form = visitor.getByRole('form', { name: 'Inscripción' });
    await form.getByRole('button', { name: 'Inscribirme' }).click();
    await visitor.waitForURL(/\/reservas\//);
    await expect(visitor.getByText('Kit de modelado').first()).toBeVisible();
    await expect(visitor.getByText('$55.000').first()).toBeVisible();
    await checkPage(visitor, 'a reservation with a kit');
  });

  await test.step('a full workshop: the waitlist, the offer, the seat', async () => {
    const other = await openPhone(browser, server.url, 360);
    await enrol(other, full, 'Otra', 'otra@correo.cl');
    await other.context().close();
    await visitor.goto(`/talleres/${full.slug}`);
    await fillPersona(visitor, 'María José', 'mariajose@correo.cl');
    await checkPage(visitor, 'a full workshop');
    await visitor.getByRole('button', { name: 'Anótame en la lista de espera' }).click();
    await visitor.waitForURL(/\/espera\//);
    await checkPage(visitor, 'a place in the waitlist');
    await freeTheSeat(staff, full);
    await expect
      .poll(async () => {
        const { items } = await api(staff.request, listEspera, {
          params: { id: full.id },
          query: {},
        });
        return items[0]?.estado;
      })
      .toBe('OFRECIDA');
    await visitor.reload();
    await checkPage(visitor, 'an offer of a seat');
    await visitor.getByRole('button', { name: 'Aceptar cupo' }).click();
    await visitor.waitForURL(/\/reservas\//);
    await expect(visitor.getByText('Torno de noche').first()).toBeVisible();
  });

  await test.step('staff registers the money and opens the course', async () => {
    const { items } = await api(staff.request, listCobros, { query: { taller: today.id } });
    const cobro = items[0];
    if (!cobro) throw new Error('no sale');
    await api(staff.request, createPago, {
      params: { id: cobro.id },
      body: { monto: cobro.saldo, medio: 'TRANSFERENCIA', saldoVisto: cobro.saldo },
    });
    await api(staff.request, grantAcceso, {
      params: { id: cursoId },
      body: { clienteId: cobro.cliente.id, motivo: 'Ganó el sorteo' },
    });
    const { url } = await api(staff.request, createEnlacePortal, {
      params: { id: cobro.cliente.id },
    });
    await visitor.goto(new URL(url).pathname);
  });

  const qr = await test.step('the portal: the link opens it, a lesson is finished', async () => {
    await checkPage(visitor, 'the link to the portal');
    await visitor.getByRole('button', { name: 'Entrar', exact: true }).click();
    await expect(visitor.getByText('Cerámica en gres').first()).toBeVisible();
    await checkPage(visitor, 'the student’s home');
    const nav = visitor.getByRole('navigation', { name: 'Mi portal' });
    await nav.getByRole('link', { name: /Cursos/ }).click();
    await checkPage(visitor, 'my courses');
    await visitor
      .getByRole('link', { name: /Esmaltes desde cero/ })
      .first()
      .click();
    await checkPage(visitor, 'a course of mine');
    await visitor
      .getByRole('link', { name: /Qué es un esmalte/ })
      .first()
      .click();
    await expect(visitor.getByRole('button', { name: 'Terminé esta lección' })).toBeVisible();
    await checkPage(visitor, 'a lesson');
    await visitor.getByRole('button', { name: 'Terminé esta lección' }).click();
    await expect(
      visitor.getByRole('heading', { level: 1, name: 'Tu primera receta' }),
    ).toBeVisible();
    // The film of the school plays, and where it was left is kept.
    const film = visitor.locator('video');
    await film.evaluate(async (video: HTMLVideoElement) => {
      video.muted = true;
      await video.play();
    });
    await expect
      .poll(() => film.evaluate((video: HTMLVideoElement) => video.currentTime))
      .toBeGreaterThan(1.5);
    const lesson = new URL(visitor.url()).pathname.replace(
      /^\/mi\/cursos\/(\d+)\/(\d+)$/,
      '/api/portal/cursos/$1/lecciones/$2',
    );
    await nav.getByRole('link', { name: /Talleres/ }).click();
    await expect
      .poll(async () => (await (await visitor.request.get(lesson)).json()).segundos)
      .toBeGreaterThan(0);
    await checkPage(visitor, 'my workshops');
    const { items } = await api(visitor.request, listMisTalleres, {});
    const mine = items.find((one) => one.titulo === today.titulo);
    await visitor.goto(`/mi/talleres/${mine?.inscripcionId}`);
    await expect(visitor.getByRole('img', { name: /Código QR/ })).toBeVisible();
    await checkPage(visitor, 'a workshop of mine with its QR');
    await visitor.goto('/mi/pagos');
    await expect(visitor.getByText(/Pagad[oa]/).first()).toBeVisible();
    await checkPage(visitor, 'my payments');
    return mine?.puestos[0]?.qr ?? '';
  });

  await test.step('at the door: the QR once, and a second time', async () => {
    const path = new URL(qr, server.url).pathname;
    await staff.goto(path);
    await expect(staff.getByText('Llegada registrada')).toBeVisible();
    await checkPage(staff, 'an arrival');
    await staff.reload();
    await expect(staff.getByText('Ya estaba registrada')).toBeVisible();
    await staff.goto(`/app/talleres/${today.id}/asistencia`);
    await expect(staff.getByText('Presente').first()).toBeVisible();
    await checkPage(staff, 'the roll call');
  });

  await test.step('the review, moderated and public', async () => {
    await visitor.goto('/mi/resenas');
    await visitor
      .getByRole('button', { name: /Escribir|Reseñar/ })
      .first()
      .click();
    await visitor.getByRole('radio', { name: /^5 de 5/ }).check({ force: true });
    await visitor
      .getByRole('textbox', { name: 'Cuéntanos más' })
      .fill('Salí feliz <b>con mis tazones</b>.');
    await checkPage(visitor, 'writing a review');
    await visitor.getByRole('button', { name: /^Enviar/ }).click();
    await expect(visitor.getByText(/revis|publica/i).first()).toBeVisible();
    await staff.goto('/app/resenas?estado=PENDIENTE');
    await checkPage(staff, 'reviews to moderate');
    await staff.getByRole('button', { name: 'Publicar' }).click();
    await expect(staff.getByText('Reseña publicada.')).toBeVisible();
    const anyone = await openPhone(browser, server.url, 360);
    await anyone.goto(`/talleres/${today.slug}`);
    await expect(anyone.getByText('Salí feliz <b>con mis tazones</b>.')).toBeVisible();
    await expect(anyone.getByText('María José M.')).toBeVisible();
    await checkPage(anyone, 'a workshop with a review');
    await anyone.context().close();
  });
  await visitor.context().close();
});

async function enrol(page: Page, { slug }: Taller, nombres: string, email: string) {
  await page.goto(`/talleres/${slug}`);
  await fillPersona(page, nombres, email);
  const form = page.getByRole('form', { name: 'Inscripción' });
  await form.getByRole('button', { name: 'Inscribirme' }).click();
  await page.waitForURL(/\/reservas\//);
}

async function freeTheSeat(staff: Page, taller: Taller) {
  const response = await staff.request.get(`/api/talleres/${taller.id}/inscripciones`);
  const [taken] = (await response.json()).items;
  const body = { motivo: 'No puede asistir' };
  await api(staff.request, anularInscripcion, { params: { id: taken.id }, body });
}
