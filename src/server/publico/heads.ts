import { imagenUrl } from '#contract/archivos.ts';
import { nombreComuna } from '#contract/comunas.ts';
import { formatDuracion } from '#contract/duracion.ts';
import { formatHorario } from '#contract/horario.ts';
import { formatPesos } from '#contract/money.ts';
import type { Deps } from '../core/context.ts';
import type { PageHead } from '../core/http/pages.ts';
import { readCalificacion } from '../resenas/readPublicas.ts';
import { type CursoVisible, cursoGrabado } from './cursoGrabado.ts';
import { selectCursoPublicado } from './cursos.queries.ts';
import { evento } from './evento.ts';
import { readSitio, readTallerVisible, type Sitio, type TallerVisible } from './heads.queries.ts';

const correoTitles: Record<string, string> = {
  baja: 'Dejar de recibir novedades',
  preferencias: 'Tus preferencias de correo',
  confirmar: 'Confirma tu suscripción',
  ver: 'Mensaje',
};

/** The head of each public page: what search engines and shared links show of it. */
export function createHeads({ db, config, now }: Deps): (path: string) => Promise<PageHead> {
  const base = config.publicUrl;
  return async (requested) => {
    const path = requested.replace(/\/+$/, '') || '/';
    const sitio = await readSitio(db);
    const common = { site: sitio.nombre, color: sitio.colorAcento };
    const image = sitio.logoId ? base + imagenUrl(sitio.logoId) : undefined;
    const page = (name: string, rest: Partial<PageHead> = {}): PageHead => ({
      ...common,
      title: `${name} · ${sitio.nombre}`,
      image,
      ...rest,
    });

    if (path === '/' || path === '/talleres') {
      const description = `Los próximos talleres de ${sitio.nombre}: fechas, precios y cupos. Inscríbete en línea.`;
      return page('Talleres', { description, url: `${base}/`, jsonLd: organization(sitio, base) });
    }
    if (path === '/cursos') {
      const description = `Los cursos en línea de ${sitio.nombre}: clases grabadas para aprender a tu ritmo.`;
      return page('Cursos', { description, url: base + path });
    }
    if (path === '/novedades') {
      const description = `Recibe por correo los nuevos talleres de ${sitio.nombre}.`;
      return page('Novedades', { description, url: base + path });
    }
    if (path === '/incrustar/novedades') return page('Novedades', { noindex: true });
    if (/^\/reservas\/[A-Z0-9-]{4,20}$/i.test(path)) return page('Tu reserva', { noindex: true });
    if (/^\/reservas\/[A-Z0-9-]{4,20}\/comprobante$/i.test(path)) {
      return page('Comprobante', { noindex: true });
    }
    if (/^\/espera\/[\w-]{16,64}$/.test(path)) return page('Lista de espera', { noindex: true });
    if (path === '/mi' || path.startsWith('/mi/')) return page('Mi portal', { noindex: true });
    const correo = /^\/correo\/(baja|preferencias|confirmar|ver)\/[\w-]{10,200}$/.exec(path)?.[1];
    if (correo) return page(correoTitles[correo] ?? '', { noindex: true });
    if (/^\/resenas\/[\w-]{16,64}$/.test(path)) return page('Tu reseña', { noindex: true });

    const nothing = page('No encontramos esta página', { notFound: true });
    const cursoSlug = /^\/cursos\/([a-z0-9-]{1,200})$/.exec(path)?.[1];
    if (cursoSlug) {
      const curso = await selectCursoPublicado(db, cursoSlug);
      if (!curso) return nothing;
      const calificacion = await readCalificacion(db, { tipo: 'CURSO', id: curso.id });
      return page(curso.titulo, {
        description: summaryOfCurso(curso),
        url: base + path,
        ...(curso.imagenId ? { image: base + imagenUrl(curso.imagenId) } : {}),
        jsonLd: cursoGrabado(curso, calificacion, sitio, base),
      });
    }
    const slug = /^\/talleres\/([a-z0-9-]{1,200})$/.exec(path)?.[1];
    const taller = slug ? await readTallerVisible(db, slug) : undefined;
    if (!taller) return nothing;
    const calificacion = await readCalificacion(db, { tipo: 'TALLER', id: taller.id });
    return page(taller.titulo, {
      description: summary(taller, now().toISOString()),
      url: base + path,
      ...(taller.imagenId ? { image: base + imagenUrl(taller.imagenId) } : {}),
      jsonLd: evento(taller, calificacion, sitio, base, now().toISOString()),
    });
  };
}

function organization(sitio: Sitio, url: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name: sitio.nombre,
    url,
    ...(sitio.email && { email: sitio.email }),
    ...(sitio.whatsapp && { telephone: sitio.whatsapp }),
    ...(sitio.logoId && { logo: url + imagenUrl(sitio.logoId) }),
  };
}

function summaryOfCurso({ lecciones, duracionSegundos, precio, resumen }: CursoVisible): string {
  const facts = [
    'Curso en línea',
    lecciones === 1 ? '1 lección' : `${lecciones} lecciones`,
    duracionSegundos > 0 && formatDuracion(duracionSegundos),
    precio === 0 ? 'Gratis' : formatPesos(precio),
  ].filter(Boolean);
  return resumen ? `${facts.join(' · ')}. ${resumen}` : facts.join(' · ');
}

function summary(taller: TallerVisible, now: string): string {
  const comuna = taller.comuna && nombreComuna(taller.comuna);
  const where = taller.modalidad === 'EN_VIVO' ? 'En vivo por internet' : (comuna ?? taller.lugar);
  const price = taller.precio === 0 ? 'Gratis' : formatPesos(taller.precio);
  const facts = [formatHorario(taller, now), where, price].filter(Boolean).join(' · ');
  return taller.resumen ? `${facts}. ${taller.resumen}` : facts;
}
