import type { CampoImportacion } from '#contract/importaciones.ts';
import { foldText } from '#server/core/text.ts';

/** By how telling the words are: what comes first wins. */
const porPalabras: [CampoImportacion, RegExp][] = [
  ['fechaNacimiento', /nacimiento|cumplean|birth|\bcumples?\b|\bf(echa)? nac\b/],
  ['fechaPago', /(fecha|date).*(pago|abono|transf|paid)|paid date/],
  [
    'fechaTaller',
    /(fecha|dia).*(taller|clase|curso|evento|actividad|sesion)|event date|start date/,
  ],
  [
    'fechaCaptura',
    /(fecha|date).*(captura|registro|ingreso|creaci|alta|contacto|suscrip|inscripcion|registered|added)|marca temporal|timestamp|optin time|creado el|created|registered/,
  ],
  ['email', /\be ?mails?\b|\bcorreos?\b|\bmail\b/],
  ['telefono', /\b(tele?fonos?|fono|cel(ular)?(es)?|movil|whats?app|wsp|phone|mobile|tel)\b/],
  [
    'rut',
    /\b(ruts?|run|r u [tn]|rut run|dni|cedula|documento( de identidad)?|rol unico tributario)\b/,
  ],
  ['medio', /\b(medios?|formas?|metodos?|tipos?) (de )?pago\b|payment (method|type)|^medio$/],
  ['estadoPago', /\b(estado|status)\b/],
  [
    'referencia',
    /referencia|(numero|nro|n|no|id|cod(igo)?) (de )?(la )?(operacion|transaccion|transferencia|orden|pedido|comprobante|voucher)|^(order|transaction) (id|number)$|^(folio|voucher|comprobante|pedido|orden)$/,
  ],
  ['empresa', /\b(empresa|company|compania|organizacion|institucion|razon social)\b/],
  [
    'nombreCompleto',
    /nombre completo|nombres? y apellidos?|apellidos?,? (y )?nombres?|full name|^(alumn[oa]s?|clientes?|participantes?|estudiantes?|asistentes?|inscrit[oa]s?|personas?|contactos?|display name|customer( name)?|nombre( del?( la)?)? (alumn[oa]|cliente|participante|estudiante|asistente))$/,
  ],
  ['apellidos', /apellidos?$|^apellidos?\b|last name|surname|family name|^(paterno|materno)$/],
  [
    'nombres',
    /^(primer |segundo )?nombres?( de pila| facturacion| billing)?$|first name|given name|middle name|^name$/,
  ],
  ['comuna', /\b(comuna|ciudad|city|localidad)\b/],
  [
    'origen',
    /\borigen\b|como (nos |te |se )?(conoci|enter|sup|lleg)|^(fuente|source|canal|procedencia|medio de contacto)$|lead source/,
  ],
  ['descuento', /\b(descuento|dcto|dscto|discount|rebaja)\b/],
  ['precio', /\b(precio|valor|costo|tarifa|price|cost)\b/],
  ['pagado', /\b(pagado|pagos?|abonos?|abonado|monto|importe|total|amount|paid)\b/],
  ['cantidad', /\b(cantidad|cant|cupos?|qty|quantity|numero de (personas|cupos|asistentes))\b/],
  [
    'taller',
    /\b(taller(es)?|curso|clase|producto|actividad|evento|workshop|lineitem name|product( name)?|item( name)?)\b/,
  ],
  [
    'intereses',
    /\b(interes(es)?|(le|te|les) interesan?|interesad[oa]s? en|tags?|etiquetas?|categorias?|gustos|temas?)\b/,
  ],
  ['notas', /\b(notas?|observacion(es)?|obs|comentarios?|notes?|mensaje|detalles?)\b/],
  ['fechaTaller', /^(fecha|date|dia)$/],
];

/** Titles that speak of something else though they hold one of our words. */
const OTRA_COSA =
  /\b(acepta|autoriza|consent|suscri(to|be)|envia|opt ?out|estado civil|direccion(?! de correo)|address(?! )|link|url|foto|hora)\b/;

/** The field whose words a title has, whatever its case, accents and punctuation. */
export function campoDeTitulo(titulo: string): CampoImportacion | undefined {
  const clave = claveDeTitulo(titulo);
  if (clave === '' || OTRA_COSA.test(clave)) return undefined;
  return porPalabras.find(([, patron]) => patron.test(clave))?.[0];
}

/** A title as it is compared: no accents, case nor punctuation. */
export function claveDeTitulo(titulo: string): string {
  return foldText(titulo)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
