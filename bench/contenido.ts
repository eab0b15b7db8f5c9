import { compileContenido } from '#server/emails/contenido/compilar.ts';
import type { Contenido } from '#server/emails/contenido/trabajo.ts';

const HTML_BYTES = 15 * 1024;

const marca = {
  nombre: 'Taller Ñandú',
  logo: { url: 'https://escuela.cl/api/publico/correo/imagenes/logo', ancho: 180 },
  colorAcento: '#0b7285',
  direccion: 'Av. Italia 123, Ñuñoa',
  email: 'hola@escuela.cl',
  telefono: '+56912345678',
  whatsapp: null,
  web: 'https://escuela.cl',
};

/** An offer of some workshops, as long as it takes to weigh as much as the design's reference. */
export async function buildContenido(): Promise<Contenido> {
  const cuerpo = (parts: number) =>
    [
      '<p>Hola {{ cliente.nombres | default: "hola" }}:</p>',
      ...Array.from(
        { length: parts },
        (_, n) =>
          `<h2>Taller ${n + 1} de cerámica gres</h2><p>Aprende a esmaltar y a hornear en <strong>tres sesiones</strong>, con materiales. Mira <a href="https://escuela.cl/talleres/${n}">el programa</a>.</p><ul><li>Torno</li><li>Esmalte</li></ul>${n % 3 === 0 ? `<p><a data-boton href="https://escuela.cl/inscripcion/${n}">Inscribirme</a></p>` : ''}`,
      ),
      '<p>{% if cliente.empresa %}Hay precios para {{ cliente.empresa }}.{% endif %} Te esperamos en {{ cliente.comuna }}.</p>',
    ].join('');
  const compile = (parts: number) =>
    compileContenido(
      { asunto: '{{ cliente.nombres }}, nuevos talleres en julio', cuerpo: cuerpo(parts) },
      marca,
      { comercial: true },
    );
  let parts = 1;
  let compiled = await compile(parts);
  while (Buffer.byteLength(compiled.html) < HTML_BYTES) {
    parts += 1;
    compiled = await compile(parts);
  }
  return { id: 1, ...compiled, datos: {} };
}
