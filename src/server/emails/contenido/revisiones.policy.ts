import type { Revision } from '#contract/plantillas.ts';

/** What is looked at: the body as written, its links and images, and the message it becomes. */
export type PorRevisar = {
  asunto: string;
  enlaces: string[];
  imagenes: { alt: string; propia: boolean }[];
  /** Letters and variables of the body. */
  letras: number;
  /** Of the HTML, before it is filled for anyone. */
  bytes: number;
};

const revision = (
  clave: string,
  nivel: Revision['nivel'],
  titulo: string,
  detalle: string | null = null,
): Revision => ({ clave, nivel, titulo, detalle });

const MAX_ASUNTO = 70;
const MAX_BYTES = 100 * 1024;

/** A subject, its Liquid taken out, that speaks as people do. */
function revisarAsunto(asunto: string): Revision {
  const fijo = asunto.replace(/\{\{[^}]*\}\}|\{%[^}]*%\}/g, '').trim();
  if (asunto.trim() === '') {
    return revision('ASUNTO', 'ERROR', 'Falta el asunto', 'Escribe de qué se trata el mensaje.');
  }
  const letras = fijo.replace(/[^\p{L}]/gu, '');
  if (letras.length >= 8 && letras === letras.toUpperCase()) {
    const detalle = 'Los filtros de correo no deseado desconfían de quien escribe gritando.';
    return revision('ASUNTO', 'AVISO', 'El asunto está todo en mayúsculas', detalle);
  }
  if (fijo.length > MAX_ASUNTO) {
    const detalle = `Tiene ${fijo.length} caracteres; en un teléfono se ven unos 40.`;
    return revision('ASUNTO', 'AVISO', 'El asunto es muy largo', detalle);
  }
  if (/([!?¡¿$€*])\1{2,}/.test(fijo)) {
    const detalle = 'Los signos repetidos hacen que parezca correo no deseado.';
    return revision('ASUNTO', 'AVISO', 'El asunto repite signos', detalle);
  }
  return revision('ASUNTO', 'OK', 'El asunto se lee bien');
}

function revisarTexto({ letras, imagenes }: PorRevisar): Revision {
  if (letras > 0) return revision('CUERPO', 'OK', 'El mensaje tiene texto');
  if (imagenes.length === 0) {
    return revision('CUERPO', 'ERROR', 'El mensaje está vacío', 'Escribe lo que quieres decir.');
  }
  const detalle = 'Muchos programas no muestran imágenes hasta que la persona lo permite.';
  return revision('CUERPO', 'AVISO', 'El mensaje es solo imágenes', detalle);
}

function revisarEnlaces(enlaces: string[]): Revision {
  const inseguros = [...new Set(enlaces.filter((href) => /^http:/i.test(href)))];
  if (inseguros.length > 0) {
    const detalle = `Cambia http:// por https:// en ${inseguros.slice(0, 3).join(', ')}`;
    return revision('ENLACES', 'AVISO', 'Hay enlaces que no son seguros', detalle.slice(0, 300));
  }
  return revision('ENLACES', 'OK', enlaces.length > 0 ? 'Los enlaces son seguros' : 'Sin enlaces');
}

function revisarImagenes(imagenes: PorRevisar['imagenes']): Revision[] {
  const ajenas = imagenes.filter(({ propia }) => !propia).length;
  const mudas = imagenes.filter(({ propia, alt }) => propia && alt.trim() === '').length;
  const found: Revision[] = [];
  if (ajenas > 0) {
    const detalle = 'Solo se muestran las imágenes subidas aquí: sube las que faltan.';
    found.push(revision('IMAGENES', 'ERROR', 'Hay imágenes de otros sitios', detalle));
  }
  if (mudas > 0) {
    const detalle = 'Descríbelas: así las entiende quien no ve o no descarga imágenes.';
    const cuantas = mudas === 1 ? 'Una imagen no tiene' : `${mudas} imágenes no tienen`;
    found.push(revision('IMAGENES', 'AVISO', `${cuantas} descripción`, detalle));
  }
  if (found.length > 0 || imagenes.length === 0) return found;
  return [revision('IMAGENES', 'OK', 'Las imágenes tienen descripción')];
}

function revisarTamano(bytes: number): Revision {
  const detalle = `${Math.ceil(bytes / 1024)} KB`;
  if (bytes <= MAX_BYTES) return revision('TAMANO', 'OK', 'El tamaño está bien', detalle);
  const porque = 'Gmail corta los mensajes de más de 102 KB y esconde su final.';
  return revision('TAMANO', 'AVISO', 'El mensaje es muy grande', `${detalle}. ${porque}`);
}

/**
 * Everything about a content that is worth knowing before it goes out, what is well included. A way to unsubscribe
 * is not among it: every promotional message has one.
 */
export function revisiones(dado: PorRevisar): Revision[] {
  return [
    revisarAsunto(dado.asunto),
    revisarTexto(dado),
    revisarEnlaces(dado.enlaces),
    ...revisarImagenes(dado.imagenes),
    revisarTamano(dado.bytes),
  ];
}
