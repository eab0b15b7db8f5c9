import { SALUDO, type Texto } from './texto.ts';

type Clave = 'ENLACE_PORTAL' | 'CONFIRMAR_NEWSLETTER' | 'BIENVENIDA';

export const textosDePersonas: Record<Clave, Texto> = {
  ENLACE_PORTAL: {
    nombre: 'Enlace para entrar al portal',
    cuando: 'Cuando alguien pide entrar a su portal con su correo, a lo más uno por hora.',
    advertencia:
      'Apagado, el enlace no llega solo: queda preparado en Inicio para que el equipo lo envíe por WhatsApp, y la persona espera.',
    asunto: 'Tu enlace para entrar a {{ negocio.nombre }}',
    preheader: 'Sirve una sola vez y dura 24 horas.',
    cuerpo: `${SALUDO}
<p>Con este botón entras a tu portal, donde están tus cursos, talleres y pagos.</p>
<p><a href="{{ enlace }}" data-boton>Entrar a mi portal</a></p>
<p>Sirve una sola vez y dura 24 horas. No lo reenvíes: quien lo tenga entra en tu nombre.</p>
<p>Si no lo pediste, no hagas nada.</p>`,
  },
  CONFIRMAR_NEWSLETTER: {
    nombre: 'Confirmar la suscripción',
    cuando:
      'Cuando alguien deja su correo para recibir novedades y la doble confirmación está encendida en Ajustes.',
    advertencia:
      'Apagado y con la doble confirmación encendida, nadie nuevo puede terminar de suscribirse.',
    asunto: 'Confirma tu suscripción a {{ negocio.nombre }}',
    preheader: 'Falta un paso para recibir nuestras novedades.',
    cuerpo: `${SALUDO}
<p>Alguien dejó este correo para recibir las novedades de {{ negocio.nombre }}. Si fuiste tú, confírmalo con el botón.</p>
<p><a href="{{ enlace }}" data-boton>Confirmar mi suscripción</a></p>
<p>Si no fuiste tú, no hagas nada: no te escribiremos más.</p>`,
  },
  BIENVENIDA: {
    nombre: 'Bienvenida a las novedades',
    cuando: 'Cuando alguien confirma su suscripción a las novedades.',
    advertencia: null,
    asunto: '¡Te damos la bienvenida a {{ negocio.nombre }}!',
    preheader: 'Te contaremos de los próximos talleres y cursos.',
    cuerpo: `${SALUDO}
<p>¡Qué bueno tenerte! Desde ahora te contaremos de los próximos talleres, cursos y novedades de {{ negocio.nombre }}.</p>
<p><a href="{{ negocio.web }}" data-boton>Ver los próximos talleres</a></p>
<p>Cuando quieras puedes <a href="{{ enlaces.preferencias }}">elegir qué te enviamos</a>.</p>`,
  },
};
