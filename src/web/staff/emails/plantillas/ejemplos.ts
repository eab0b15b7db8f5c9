import type { TipoCampana } from '#contract/emails.ts';

export type Ejemplo = { asunto: string; preheader: string; cuerpo: string };

/** What a new template of each kind begins with, so that a blank page is never the start. */
export const ejemplos: Record<TipoCampana, Ejemplo> = {
  OFERTA: {
    asunto: 'Nueva fecha: {{ taller.titulo }}',
    preheader: '{{ taller.fecha }} en {{ taller.comuna }}. Los cupos son pocos.',
    cuerpo: [
      '<h2>{{ taller.titulo }}</h2>',
      '<p>Hola {{ cliente.nombres }}:</p>',
      '<p>Abrimos una nueva fecha y queremos que lo sepas antes que nadie. La clase la dicta {{ taller.instructor }} y no hace falta experiencia.</p>',
      '<ul><li><p><strong>Cuándo:</strong> {{ taller.fecha }}, a las {{ taller.hora }}</p></li>',
      '<li><p><strong>Dónde:</strong> {{ taller.lugar }}, {{ taller.comuna }}</p></li>',
      '<li><p><strong>Valor:</strong> {{ taller.precio }} por persona</p></li></ul>',
      '<a data-boton="" href="{{ taller.enlace }}">Quiero mi cupo</a>',
      '<p>¿Tienes dudas? Responde este correo y te ayudamos.</p>',
      '<p>Nos vemos,<br>{{ negocio.nombre }}</p>',
    ].join(''),
  },
  RECORDATORIO: {
    asunto: '{{ cliente.nombres }}, se acerca {{ taller.titulo }}',
    preheader: 'Es el {{ taller.fecha }} a las {{ taller.hora }}.',
    cuerpo: [
      '<p>Hola {{ cliente.nombres }}:</p>',
      '<p>Te recordamos que <strong>{{ taller.titulo }}</strong> es el <strong>{{ taller.fecha }} a las {{ taller.hora }}</strong>.</p>',
      '<h3>Para llegar</h3>',
      '<p>{{ taller.lugar }}<br>{{ taller.direccion }}, {{ taller.comuna }}</p>',
      '<h3>Qué traer</h3>',
      '<ul><li><p>Ropa cómoda, que se pueda manchar</p></li><li><p>Ganas de probar: los materiales los ponemos nosotros</p></li></ul>',
      '<a data-boton="" href="{{ taller.enlace }}">Ver el taller</a>',
      '<p>Si algo cambió, responde este correo y lo vemos.</p>',
      '<p>{{ negocio.nombre }}</p>',
    ].join(''),
  },
  PERSONALIZADO: {
    asunto: '{{ cliente.nombres }}, te queremos contar algo',
    preheader: '',
    cuerpo: [
      '<p>Hola {{ cliente.nombres }}:</p>',
      '<p>Escribe aquí lo que quieres contar. Un solo tema por correo se lee mejor.</p>',
      '<p>Si quieres que hagan algo, pon un botón con el enlace; si quieres que respondan, pregúntales.</p>',
      '<p>Un abrazo,<br>{{ negocio.nombre }}</p>',
    ].join(''),
  },
};

const campos = ['asunto', 'preheader', 'cuerpo'] as const;

/** Whether a content is still one of these, or nothing at all: then another may take its place unasked. */
export function isUntouched(
  content: { [K in keyof Ejemplo]?: string | null | undefined },
): boolean {
  const same = (ejemplo: Ejemplo) =>
    campos.every((campo) => (content[campo] ?? '') === ejemplo[campo]);
  return campos.every((campo) => !content[campo]) || Object.values(ejemplos).some(same);
}
