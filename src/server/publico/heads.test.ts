import { describe, expect, it } from 'vitest';
import { createLeccion, unpublishCurso } from '#contract/cursos.ts';
import { publishTaller, updateTaller } from '#contract/talleres.ts';
import { anularTaller } from '#contract/ventas.ts';
import { testApp } from '#tests/support/app.ts';
import { buildCurso, buildTaller, buildVenta } from '#tests/support/builders.ts';

const app = testApp({ PUBLIC_URL: 'https://escuela.cl' });

async function page(path: string) {
  const response = await fetch(app.url + path);
  const html = await response.text();
  const meta = (name: string) =>
    new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)">`).exec(html)?.[1];
  const script = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1];
  return {
    status: response.status,
    html,
    title: /<title>(.*?)<\/title>/.exec(html)?.[1],
    meta,
    canonical: /<link rel="canonical" href="([^"]*)">/.exec(html)?.[1],
    jsonLd: script === undefined ? undefined : JSON.parse(script),
  };
}

describe('the head of a page', () => {
  it('names the business on every page, known or not', async () => {
    for (const path of ['/', '/talleres', '/novedades', '/incrustar/novedades', '/nada']) {
      const { title, meta } = await page(path);
      expect(title, path).toContain('· Mi escuela de talleres');
      expect(meta('og:site_name'), path).toBe('Mi escuela de talleres');
      expect(meta('theme-color'), path).toBe('#0b7285');
    }
  });

  it('answers 404 for what there is not, and keeps private pages out of searches', async () => {
    const draft = await buildTaller(app, { publicar: false });
    for (const path of [
      '/nada',
      '/talleres/nada',
      `/talleres/${draft.slug}`,
      '/reservas/a',
      '/../x',
    ]) {
      expect(await page(path), path).toMatchObject({ status: 404, jsonLd: undefined });
    }
    const unlisted = ['/reservas/ABCD-1234', '/incrustar/novedades', '/mi', '/mi/cursos/12/3'];
    for (const path of unlisted) {
      const { status, meta } = await page(path);
      expect([status, meta('robots')], path).toEqual([200, 'noindex']);
    }
    expect((await page('/')).meta('robots')).toBeUndefined();
  });

  it('lets other sites frame the newsletter form and nothing else', async () => {
    const policy = async (path: string) =>
      (await fetch(app.url + path)).headers.get('content-security-policy');
    expect(await policy('/incrustar/novedades')).toContain('frame-ancestors *');
    expect(await policy('/novedades')).toContain("frame-ancestors 'none'");
  });

  it('tells a workshop: when by its own clock, where, for how much, and whether there are seats', async () => {
    const { id, version } = await buildTaller(app, {
      titulo: 'Telar',
      precio: 25_000,
      cupos: 3,
      publicar: false,
    });
    const admin = await app.as('ADMIN');
    const draft = await admin.ok(updateTaller, {
      params: { id },
      body: {
        version,
        lugar: 'Casa Azul',
        direccion: 'Los Alerces 12',
        comuna: '13120',
        zona: 'Pacific/Easter',
        iniciaEn: '2037-07-04T16:00:00.000Z',
        terminaEn: '2037-07-04T19:00:00.000Z',
      },
    });
    const taller = await admin.ok(publishTaller, {
      params: { id },
      body: { version: draft.version },
    });
    const { status, title, meta, canonical, jsonLd } = await page(`/talleres/${taller.slug}`);
    expect(status).toBe(200);
    expect(title).toBe('Telar · Mi escuela de talleres');
    expect(canonical).toBe(`https://escuela.cl/talleres/${taller.slug}`);
    expect(meta('description')).toContain(
      'sábado 4 de julio de 2037, 10:00–13:00 · Ñuñoa · $25.000',
    );
    expect(meta('og:title')).toBe(title);
    expect(jsonLd).toMatchObject({
      '@type': 'Event',
      name: 'Telar',
      startDate: '2037-07-04T10:00:00.000-06:00',
      endDate: '2037-07-04T13:00:00.000-06:00',
      eventStatus: 'https://schema.org/EventScheduled',
      location: {
        '@type': 'Place',
        name: 'Casa Azul',
        address: {
          streetAddress: 'Los Alerces 12',
          addressLocality: 'Ñuñoa',
          addressCountry: 'CL',
        },
      },
      remainingAttendeeCapacity: 3,
      offers: { price: 25_000, priceCurrency: 'CLP', availability: 'https://schema.org/InStock' },
    });
  });

  it('follows the seats, and an annulled workshop has no offer', async () => {
    const taller = await buildTaller(app, { cupos: 1 });
    await buildVenta(app, taller.id);
    const full = await page(`/talleres/${taller.slug}`);
    expect(full.jsonLd.offers.availability).toBe('https://schema.org/SoldOut');
    const ventas = await app.as('VENTAS');
    await ventas.ok(anularTaller, {
      params: { id: taller.id },
      body: { motivo: 'Lluvia', version: taller.version },
    });
    const annulled = await page(`/talleres/${taller.slug}`);
    expect(annulled.status).toBe(200);
    expect(annulled.jsonLd.eventStatus).toBe('https://schema.org/EventCancelled');
    expect(annulled.jsonLd.offers).toBeUndefined();
    expect(annulled.html).not.toContain('Lluvia');
  });

  it('tells a course: what it is, how long, for how much; a draft is nowhere', async () => {
    const { id, slug, titulo, version } = await buildCurso(app, { precio: 30_000, lecciones: 1 });
    const admin = await app.as('ADMIN');
    const { status, title, meta, canonical, jsonLd } = await page(`/cursos/${slug}`);
    expect([status, title]).toEqual([200, `${titulo} · Mi escuela de talleres`]);
    expect(canonical).toBe(`https://escuela.cl/cursos/${slug}`);
    expect(meta('description')).toContain('Curso en línea · 1 lección · 10 min');
    expect(meta('description')).toContain('$30.000');
    expect(jsonLd).toMatchObject({
      '@type': 'Course',
      name: titulo,
      provider: { '@type': 'Organization', name: 'Mi escuela de talleres' },
      hasCourseInstance: { '@type': 'CourseInstance', courseMode: 'Online' },
      offers: { price: 30_000, priceCurrency: 'CLP', category: 'Paid' },
    });
    await admin.ok(createLeccion, {
      params: { id },
      body: { titulo: 'Coser', texto: '<p>Con dos agujas.</p>', duracionSegundos: 3900 },
    });
    const longer = await page(`/cursos/${slug}`);
    expect(longer.jsonLd.hasCourseInstance.courseWorkload).toBe('PT1H15M');
    expect(longer.meta('description')).toContain('2 lecciones · 1 h 15 min');
    expect((await page('/cursos')).canonical).toBe('https://escuela.cl/cursos');

    await admin.ok(unpublishCurso, { params: { id }, body: { version } });
    expect(await page(`/cursos/${slug}`)).toMatchObject({ status: 404, jsonLd: undefined });
    expect(await (await fetch(`${app.url}/sitemap.xml`)).text()).not.toContain('/cursos');
  });

  it('lets no title or text out of its place', async () => {
    const evil = `</script><script>alert("1")</script> "x" 'y' & $& $' <b>`;
    const taller = await buildTaller(app, { titulo: evil });
    const admin = await app.as('ADMIN');
    await admin.ok(updateTaller, {
      params: { id: taller.id },
      body: { version: taller.version, resumen: evil },
    });
    const { html, title, jsonLd, meta } = await page(`/talleres/${taller.slug}`);
    const escaped =
      '&lt;/script&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &quot;x&quot; &#39;y&#39; &amp; $&amp; $&#39; &lt;b&gt;';
    expect(title).toBe(`${escaped} · Mi escuela de talleres`);
    expect(meta('og:description')).toContain(escaped);
    expect(jsonLd).toMatchObject({ name: evil, description: evil });
    expect(html).not.toContain('<script>alert');
    expect(html.match(/<\/script>/g)).toHaveLength(
      (await page('/novedades')).html.split('</script>').length,
    );
    expect(html.match(/<title>/g)).toHaveLength(1);
    expect(html.trimEnd().endsWith('</html>')).toBe(true);
  });
});

describe('for search engines', () => {
  it('keeps them out of the staff app and shows them the sitemap', async () => {
    const robots = await (await fetch(`${app.url}/robots.txt`)).text();
    expect(robots).toContain('Disallow: /app\n');
    expect(robots).toContain('Disallow: /mi\n');
    expect(robots).toContain('Sitemap: https://escuela.cl/sitemap.xml');
  });

  it('lists the published workshops that are to come', async () => {
    const open = await buildTaller(app);
    const draft = await buildTaller(app, { publicar: false });
    const response = await fetch(`${app.url}/sitemap.xml`);
    const xml = await response.text();
    expect(response.headers.get('content-type')).toContain('application/xml');
    expect(xml).toContain(`<loc>https://escuela.cl/talleres/${open.slug}</loc><lastmod>2`);
    expect(xml).not.toContain(draft.slug);
    const curso = await buildCurso(app);
    const withCurso = await (await fetch(`${app.url}/sitemap.xml`)).text();
    expect(withCurso).toContain('<loc>https://escuela.cl/cursos</loc>');
    expect(withCurso).toContain(`<loc>https://escuela.cl/cursos/${curso.slug}</loc><lastmod>2`);
    app.setNow(new Date(Date.parse(open.iniciaEn) + 1000));
    expect(await (await fetch(`${app.url}/sitemap.xml`)).text()).not.toContain(open.slug);
    app.setNow(new Date());
  });
});
