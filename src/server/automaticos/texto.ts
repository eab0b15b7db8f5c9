import type { Contenido } from '#contract/plantillas.ts';

/** An automatic mail as it comes: what staff reads of it, and its words until the school changes them. */
export type Texto = Contenido & {
  nombre: string;
  /** When it goes out and to whom. */
  cuando: string;
  /** What happens to people when it is switched off, where that is not plain. */
  advertencia: string | null;
};

export const SALUDO = '<p>Hola, {{ cliente.nombres | default: "qué tal" }}:</p>';

/** The lines of a sale, one below the other, with day and place where they have them. */
export const LINEAS = `<p>{% for linea in lineas %}</p>
<p><strong>{{ linea.titulo }}</strong>{% if linea.cantidad > 1 %} × {{ linea.cantidad }}{% endif %}: {{ linea.total }}{% if linea.horario %}<br>{{ linea.horario }}{% endif %}{% if linea.donde %}<br>{{ linea.donde }}{% endif %}</p>
<p>{% endfor %}</p>`;

export const TRANSFERENCIA = `<p>{% if transferencia.banco %}</p>
<p>Transfiere a esta cuenta y pon <strong>{{ cobro.codigo }}</strong> en el mensaje:</p>
<p>{{ transferencia.titular }}<br>RUT {{ transferencia.rut }}<br>{{ transferencia.banco }}, {{ transferencia.tipoCuenta }}<br>N.º {{ transferencia.numeroCuenta }}{% if transferencia.email %}<br>{{ transferencia.email }}{% endif %}</p>
<p>{% endif %}</p>
<p>{% if instruccionesPago %}</p>
<p>{{ instruccionesPago }}</p>
<p>{% endif %}</p>`;

export const DUDAS =
  '<p>¿Tienes alguna duda? Responde este correo{% if negocio.whatsapp != "" %} o escríbenos por WhatsApp al {{ negocio.whatsapp }}{% endif %}.</p>';
