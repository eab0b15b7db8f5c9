import type { z } from 'zod';
import type { plantillaCampos } from '#contract/plantillas.ts';

/** What such a school writes: an offer of a workshop, a reminder, and news of the season. */
export const plantillasDeEjemplo: z.output<typeof plantillaCampos>[] = [
  {
    nombre: 'Oferta de un taller',
    tipo: 'OFERTA',
    asunto: '{{ cliente.nombres | default: "Hola" }}, quedan cupos en {{ taller.titulo }}',
    preheader: 'Grupo chico, materiales incluidos y sin experiencia previa.',
    cuerpo: [
      '<p>Hola {{ cliente.nombres | default: "" }}:</p>',
      '<p>Todavía hay lugar en <strong>{{ taller.titulo }}</strong>, el {{ taller.fecha }} a las {{ taller.hora }}.</p>',
      '<ul><li>Lugar: {{ taller.lugar | default: "te lo confirmamos" }}</li><li>Valor: {{ taller.precio }}</li><li>Materiales incluidos</li></ul>',
      '<p><a data-boton href="{{ taller.enlace }}">Reservar mi cupo</a></p>',
      '<p>Puedes abonar una parte ahora y el resto el día del taller.</p>',
    ].join(''),
  },
  {
    nombre: 'Recordatorio para quienes vienen',
    tipo: 'RECORDATORIO',
    asunto: 'Nos vemos en {{ taller.titulo }}',
    preheader: 'Qué traer y cómo llegar.',
    cuerpo: [
      '<p>Hola {{ cliente.nombres | default: "" }}:</p>',
      '<p>Te esperamos el <strong>{{ taller.fecha }}</strong> a las {{ taller.hora }} en {{ taller.lugar | default: "el taller" }}.</p>',
      '<p>Ven con ropa cómoda que se pueda manchar y llega diez minutos antes.</p>',
      '<p>Si algo cambió, responde a este correo y lo vemos.</p>',
    ].join(''),
  },
  {
    nombre: 'Novedades de la temporada',
    tipo: 'PERSONALIZADO',
    asunto: 'Lo que viene en el taller',
    preheader: 'Fechas nuevas, un curso grabado y kits para la casa.',
    cuerpo: [
      '<p>Hola {{ cliente.nombres | default: "" }}:</p>',
      '<p>Abrimos las fechas de los próximos meses. Hay talleres de fin de semana, un curso grabado que puedes ver a tu ritmo y kits para seguir en la casa.</p>',
      '<p><a data-boton href="{{ negocio.web }}">Ver los talleres</a></p>',
      '<p>Si tienes dudas, responde a este correo: lo leemos nosotros.</p>',
    ].join(''),
  },
];
