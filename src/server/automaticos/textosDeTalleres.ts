import { DUDAS, SALUDO, type Texto } from './texto.ts';

type Clave = 'RECORDATORIO_3_DIAS' | 'RECORDATORIO_1_DIA' | 'OFERTA_CUPO' | 'PEDIR_RESENA';

const DONDE = `<p>{% if conexion.enlace %}</p>
<p>Es en vivo por internet. Para entrar, usa <a href="{{ conexion.enlace }}">este enlace</a>.</p>
<p>{% elsif taller.enVivo %}</p>
<p>Es en vivo por internet. El enlace para entrar aparece en tu reserva cuando esté pagada por completo.</p>
<p>{% elsif taller.donde %}</p>
<p>Es en {{ taller.donde }}.</p>
<p>{% endif %}</p>
<p>{% if cobro.saldo %}</p>
<p>Te quedan por pagar <strong>{{ cobro.saldo }}</strong>.</p>
<p>{% endif %}</p>`;

export const textosDeTalleres: Record<Clave, Texto> = {
  RECORDATORIO_3_DIAS: {
    nombre: 'Recordatorio, 3 días antes',
    cuando:
      'A las 10:00, tres días antes de cada taller, a quienes tienen su cupo. No a quien se inscribió ese mismo día, ni a quien reservó sin pagar y con plazo.',
    advertencia: null,
    asunto: '«{{ taller.titulo }}» es el {{ taller.fecha }}',
    preheader: 'Falta poco. Aquí va lo que necesitas saber.',
    cuerpo: `${SALUDO}
<p>Falta poco para <strong>{{ taller.titulo }}</strong>: es el {{ taller.horario }}.{% if inscripcion.cupos > 1 %} Tienes {{ inscripcion.cupos }} cupos.{% endif %}</p>
${DONDE}
<p><a href="{{ cobro.enlace }}" data-boton>Ver mi inscripción</a></p>
<p>Si no puedes venir, avísanos cuanto antes: así otra persona aprovecha el cupo.</p>
${DUDAS}`,
  },
  RECORDATORIO_1_DIA: {
    nombre: 'Recordatorio, 1 día antes',
    cuando:
      'A las 10:00 del día anterior a cada taller, a quienes tienen su cupo; a quien se inscribe ese día más tarde, dentro de la hora, si fue antes de las 20:00.',
    advertencia: null,
    asunto: 'Te esperamos {{ taller.cuando }} en «{{ taller.titulo }}»',
    preheader: 'Comienza a las {{ taller.hora }}.',
    cuerpo: `${SALUDO}
<p>Te esperamos {{ taller.cuando }} en <strong>{{ taller.titulo }}</strong>: {{ taller.horario }}.{% if inscripcion.cupos > 1 %} Tienes {{ inscripcion.cupos }} cupos.{% endif %}</p>
${DONDE}
<p><a href="{{ cobro.enlace }}" data-boton>Ver mi inscripción</a></p>
${DUDAS}`,
  },
  OFERTA_CUPO: {
    nombre: 'Cupo de la lista de espera',
    cuando: 'Cuando se libera un cupo y le toca a alguien de la lista de espera.',
    advertencia:
      'Apagado, la oferta queda preparada en Inicio para que el equipo la envíe por WhatsApp. El plazo para aceptarla corre igual.',
    asunto:
      '{% if oferta.cupos > 1 %}Se liberaron {{ oferta.cupos }} cupos{% else %}Se liberó un cupo{% endif %} para ti en «{{ taller.titulo }}»',
    preheader: 'Es para ti hasta el {{ oferta.venceEn }}.',
    cuerpo: `${SALUDO}
<p>¡Buenas noticias! {% if oferta.cupos > 1 %}Se liberaron {{ oferta.cupos }} cupos{% else %}Se liberó un cupo{% endif %} en <strong>{{ taller.titulo }}</strong> ({{ taller.horario }}).</p>
<p>{% if oferta.cupos > 1 %}Te los guardamos{% else %}Te lo guardamos{% endif %} hasta el <strong>{{ oferta.venceEn }}</strong>. Después le toca a quien sigue en la lista.</p>
<p><a href="{{ oferta.enlace }}" data-boton>Aceptar o dejar pasar</a></p>
${DUDAS}`,
  },
  PEDIR_RESENA: {
    nombre: 'Pedir una reseña',
    cuando:
      'Desde las 11:00 del día siguiente a un taller, a quienes lo pagaron y vinieron, una sola vez. No a quien pidió no recibir correos de promoción.',
    advertencia:
      'Apagado, el pedido queda preparado en Inicio para que el equipo lo envíe por WhatsApp.',
    asunto: '¿Cómo estuvo «{{ taller.titulo }}»?',
    preheader: 'Cuéntanos en un minuto: ayuda a otras personas a elegir.',
    cuerpo: `${SALUDO}
<p>Gracias por venir a <strong>{{ taller.titulo }}</strong>. ¿Nos cuentas cómo te fue? Toma un minuto, y ayuda a otras personas a elegir.</p>
<p><a href="{{ enlace }}" data-boton>Dejar mi reseña</a></p>
<p>¡Ojalá nos veamos pronto!</p>`,
  },
};
