import type { Revision } from '#contract/plantillas.ts';
import { readTags } from './dkim.policy.ts';

/** The TXT records of a name; none; or no answer, from which nothing follows. */
export type Consulta = { hay: 'SI'; textos: string[] } | { hay: 'NO' } | { hay: 'SIN_RESPUESTA' };

type Say = (nivel: Revision['nivel'], titulo: string, detalle: string | null) => Revision;

const revisionDe =
  (clave: string): Say =>
  (nivel, titulo, detalle) => ({ clave, nivel, titulo, detalle });

const NO_DNS = 'No pudimos consultar el DNS desde este servidor, así que revísalo tú. ';

const publish = (nombre: string, valor: string) =>
  `Publica en el DNS un registro TXT con nombre ${nombre} y este contenido: ${valor}`;

/**
 * Whether the domain lets the sending server write in its name. `incluye` is what the record of a known service must
 * hold; of another server we only see that there is a record.
 */
export function juzgarSpf(consulta: Consulta, dominio: string, incluye: string | null): Revision {
  const say = revisionDe('spf');
  const ejemplo = `v=spf1 ${incluye ? `include:${incluye}` : 'a mx'} ~all`;
  if (consulta.hay === 'SIN_RESPUESTA') {
    return say('AVISO', 'SPF sin revisar', NO_DNS + publish(dominio, ejemplo));
  }
  const records =
    consulta.hay === 'SI' ? consulta.textos.filter((t) => /^v=spf1( |$)/i.test(t)) : [];
  const [record] = records;
  if (!record) return say('AVISO', `Falta SPF en ${dominio}`, publish(dominio, ejemplo));
  if (records.length > 1) {
    const detalle = `Con más de uno, todos dejan de valer. Deja uno solo. Hay: ${records.join(' | ')}`;
    return say('ERROR', `${dominio} tiene más de un SPF`, detalle);
  }
  if (/(^| )\+?all( |$)/i.test(record)) {
    const detalle = 'Termina en «+all»: cualquiera puede enviar en tu nombre. Cámbialo por «~all».';
    return say('ERROR', 'El SPF no protege tu dominio', detalle);
  }
  if (incluye && !record.toLowerCase().includes(incluye)) {
    const detalle = `Agrega include:${incluye} antes del final. Hoy dice: ${record}`;
    return say('AVISO', 'El SPF no menciona a tu servidor de envío', detalle);
  }
  const revisa = incluye ? null : `Revisa que incluya a tu servidor de envío. Hoy dice: ${record}`;
  return say('OK', 'SPF publicado', revisa);
}

/** Whether the key by which we sign is the one that is published under `nombre`. */
export function juzgarDkim(consulta: Consulta, nombre: string, clave: string): Revision {
  const say = revisionDe('dkim');
  const hacer = `Publica en el DNS el registro TXT ${nombre} que aparece en «Firma DKIM».`;
  if (consulta.hay === 'SIN_RESPUESTA') return say('AVISO', 'DKIM sin revisar', NO_DNS + hacer);
  const published =
    consulta.hay === 'SI'
      ? consulta.textos.map((texto) => readTags(texto).get('p')).filter((p) => p !== undefined)
      : [];
  if (published.length === 0) {
    const detalle = `${hacer} Mientras falte, la firma no se puede comprobar. Un cambio puede tardar algunas horas en verse.`;
    return say('ERROR', 'Falta publicar la llave DKIM', detalle);
  }
  if (!published.includes(clave)) {
    const detalle = `En ${nombre} hay otra llave, así que las firmas se ven falsas. Cópiala de nuevo desde «Firma DKIM».`;
    return say('ERROR', 'La llave DKIM publicada no es la nuestra', detalle);
  }
  return say('OK', 'DKIM publicado', null);
}

/** Whether the domain says what to do with mail that only pretends to be its own. */
export function juzgarDmarc(consulta: Consulta, dominio: string): Revision {
  const say = revisionDe('dmarc');
  const hacer = publish(`_dmarc.${dominio}`, 'v=DMARC1; p=none');
  if (consulta.hay === 'SIN_RESPUESTA') return say('AVISO', 'DMARC sin revisar', NO_DNS + hacer);
  const records =
    consulta.hay === 'SI' ? consulta.textos.filter((t) => /^v=DMARC1\s*(;|$)/i.test(t)) : [];
  const [record] = records;
  if (!record) {
    return say('AVISO', `Falta DMARC en ${dominio}`, `Gmail y Yahoo lo piden. ${hacer}`);
  }
  const politica = readTags(record).get('p')?.toLowerCase();
  if (records.length > 1 || !politica || !/^(none|quarantine|reject)$/.test(politica)) {
    return say('ERROR', 'El DMARC publicado no vale', `Hoy dice: ${records.join(' | ')}. ${hacer}`);
  }
  const observa =
    'Solo observa (p=none): basta para enviar. Con SPF y DKIM en orden, sube a p=quarantine.';
  return say('OK', 'DMARC publicado', politica === 'none' ? observa : null);
}

/** Whether two domains are one to DMARC's relaxed alignment: the same, or one below the other. */
export function sonDelMismo(uno: string, otro: string): boolean {
  return uno === otro || uno.endsWith(`.${otro}`) || otro.endsWith(`.${uno}`);
}

const PERSONALES =
  /^(gmail|hotmail|outlook|live|yahoo|icloud)\.(com|cl|es)$|^googlemail\.com$|^vtr\.net$/;

/** A domain of personal mailboxes, in whose name only its own servers may send. */
export const esPersonal = (dominio: string) => PERSONALES.test(dominio);
