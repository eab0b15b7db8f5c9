import { DUDAS, LINEAS, SALUDO, type Texto, TRANSFERENCIA } from './texto.ts';

type Clave = 'INSCRIPCION_RECIBIDA' | 'PAGO_RECIBIDO' | 'RESERVA_POR_VENCER';

export const textosDeVentas: Record<Clave, Texto> = {
  INSCRIPCION_RECIBIDA: {
    nombre: 'Inscripción recibida',
    cuando:
      'Apenas alguien se inscribe o compra, en la web o con el equipo. Si queda algo por pagar, explica cómo; si no, confirma.',
    advertencia:
      'Apagado, quien se inscribe solo ve cómo pagar en la página de su reserva: si la cierra sin anotar el enlace, no tiene dónde mirar.',
    asunto:
      '{% if cobro.saldo %}Recibimos tu {{ cobro.tipo }}: así la pagas{% else %}Tu {{ cobro.tipo }} está confirmada{% endif %}',
    preheader:
      '{% if cobro.saldo %}Te quedan {{ cobro.saldo }} por pagar{% if cobro.venceEn %}, hasta el {{ cobro.venceEn }}{% endif %}.{% else %}Está todo listo. Aquí va el detalle.{% endif %}',
    cuerpo: `${SALUDO}
<p>{% if cobro.saldo == null %}</p>
<p>Tu {{ cobro.tipo }} está confirmada. ¡Gracias por preferirnos!</p>
<p>{% elsif cobro.pagado %}</p>
<p>Recibimos tu {{ cobro.tipo }} y tu pago de <strong>{{ cobro.pagado }}</strong>. ¡Gracias! Te quedan por pagar <strong>{{ cobro.saldo }}</strong>.</p>
<p>{% elsif cobro.venceEn %}</p>
<p>Recibimos tu {{ cobro.tipo }}. ¡Gracias! Te guardamos lo que pediste hasta el <strong>{{ cobro.venceEn }}</strong>: queda confirmado con tu pago.</p>
<p>{% else %}</p>
<p>Recibimos tu {{ cobro.tipo }}. ¡Gracias! Queda confirmada con tu pago.</p>
<p>{% endif %}</p>
${LINEAS}
<p>{% if cobro.saldo %}</p>
<p>Total: {{ cobro.total }}{% if cobro.pagado %}<br>Pagado: {{ cobro.pagado }}{% endif %}<br>Por pagar: <strong>{{ cobro.saldo }}</strong></p>
${TRANSFERENCIA}
<p>{% endif %}</p>
<p>{% if portal.enlace %}</p>
<p>Tus lecciones ya están abiertas. Entra con este mismo correo a <a href="{{ portal.enlace }}">tu portal</a>.</p>
<p>{% endif %}</p>
<p><a href="{{ cobro.enlace }}" data-boton>Ver mi {{ cobro.tipo }}</a></p>
${DUDAS}`,
  },
  PAGO_RECIBIDO: {
    nombre: 'Pago recibido',
    cuando:
      'Cada vez que el equipo registra un pago. El que se registra junto con la venta se cuenta en «Inscripción recibida».',
    advertencia: null,
    asunto: 'Recibimos tu pago de {{ pago.monto }}',
    preheader:
      '{% if cobro.sinCupo %}Tenemos que contarte algo de tu reserva.{% elsif cobro.saldo %}Te quedan {{ cobro.saldo }} por pagar.{% else %}No debes nada más. ¡Gracias!{% endif %}',
    cuerpo: `${SALUDO}
<p>Recibimos tu pago de <strong>{{ pago.monto }}</strong> ({{ pago.medio }}, {{ pago.fecha }}). ¡Gracias!</p>
<p>{% if cobro.sinCupo %}</p>
<p>Llegó cuando tu reserva ya había vencido, y lo que pediste no está disponible. Tu dinero está a salvo: te escribiremos para devolvértelo u ofrecerte otra fecha.</p>
<p>{% elsif cobro.saldo %}</p>
<p>Con esto tu {{ cobro.tipo }} está confirmada. Te quedan por pagar <strong>{{ cobro.saldo }}</strong> de un total de {{ cobro.total }}.</p>
<p>{% else %}</p>
<p>Tu {{ cobro.tipo }} está pagada por completo y confirmada.{% if cobro.aFavor %} Tienes {{ cobro.aFavor }} a tu favor: te contactaremos para devolvértelos o usarlos como prefieras.{% endif %}</p>
<p>{% endif %}</p>
${LINEAS}
<p>{% if portal.enlace %}</p>
<p>Tus lecciones ya están abiertas. Entra con este mismo correo a <a href="{{ portal.enlace }}">tu portal</a>.</p>
<p>{% endif %}</p>
<p><a href="{{ cobro.enlace }}" data-boton>Ver mi {{ cobro.tipo }}</a></p>
${DUDAS}`,
  },
  RESERVA_POR_VENCER: {
    nombre: 'Reserva por vencer',
    cuando:
      'Doce horas antes de que venza una reserva sin pagos, una sola vez. No sale para reservas de doce horas o menos.',
    advertencia: null,
    asunto: 'Tu reserva vence el {{ cobro.venceEn }}',
    preheader: 'Paga {{ cobro.saldo }} antes de esa hora para no perderla.',
    cuerpo: `${SALUDO}
<p>Todavía no vemos tu pago, y te guardamos lo que reservaste solo hasta el <strong>{{ cobro.venceEn }}</strong>. Después queda libre para otra persona.</p>
${LINEAS}
<p>Por pagar: <strong>{{ cobro.saldo }}</strong></p>
${TRANSFERENCIA}
<p><a href="{{ cobro.enlace }}" data-boton>Ver mi reserva</a></p>
<p>Si ya pagaste, mándanos el comprobante respondiendo este correo{% if negocio.whatsapp != "" %} o por WhatsApp al {{ negocio.whatsapp }}{% endif %}, y no te preocupes más.</p>`,
  },
};
