import { type ParsedMail, simpleParser } from 'mailparser';
import {
  type Juicio,
  juzgarArf,
  juzgarDsn,
  juzgarTexto,
  type TipoRebote,
} from './rebote.policy.ts';

/** Reports are small; of a longer message the beginning says all. In bytes. */
export const MAX_MENSAJE = 256 * 1024;

export type Aviso = Juicio & {
  /** Whom it is about, as it says itself: it proves nothing. */
  email: string | null;
  /** False for what is no report at all: a person's letter, perhaps. */
  entendido: boolean;
  /** Its own Message-ID. */
  id: string | null;
  /** Addresses it was sent to, in lower case. */
  para: string[];
  /** All of it in which the name of our message may stand. */
  texto: string;
};

/** Reads a message that came to the address for bounces. It throws for nothing: what is not understood is OTRO. */
export async function leerAviso(raw: Buffer): Promise<Aviso> {
  const source = tame(raw.subarray(0, MAX_MENSAJE).toString('latin1'));
  const mail = await simpleParser(Buffer.from(source, 'latin1'), OPTIONS).catch(() => undefined);
  if (!mail) return { ...NADA, id: null, para: [], texto: source };
  const attached = mail.attachments.map((part) => part.content.toString('latin1'));
  return {
    ...judge(mail, source),
    id: mail.messageId ?? null,
    para: recipientsOf(mail),
    texto: [source, wordsOf(mail), ...attached].join('\n'),
  };
}

const OPTIONS = {
  keepDeliveryStatus: true,
  keepCidLinks: true,
  skipTextToHtml: true,
  skipHtmlToText: true,
  skipImageLinks: true,
};

const MAX_LINE = 1_000;
const MAX_FIELD = 2_000;

/**
 * Cuts lines longer than any mail may have (RFC 5322 2.1.1), and fields folded over too many: how long addresses take
 * to be read grows with the square of their length, and anyone may write to us.
 */
function tame(source: string): string {
  let field = 0;
  const lines = source.split('\n').flatMap((line) => {
    field = /^[ \t]/.test(line) ? field + line.length : 0;
    if (field > MAX_FIELD) return [];
    return line.length > MAX_LINE ? `${line.slice(0, MAX_LINE)}\r` : line;
  });
  return lines.join('\n');
}

/** What a person would read, the tags of HTML left out. */
const wordsOf = ({ text, html }: ParsedMail): string =>
  text ?? (html || '').replace(/<[^<>]{0,1000}>/g, ' ');

type Juzgado = Pick<Aviso, 'tipo' | 'codigo' | 'detalle' | 'email' | 'entendido'>;

function judge(mail: ParsedMail, source: string): Juzgado {
  const dsn = partOf(mail, /^message\/(global-)?delivery-status$/);
  if (dsn) return { ...juzgarDsn(dsn), entendido: true };
  const arf = partOf(mail, /^message\/feedback-report$/);
  if (arf) return { ...juzgarArf(arf), entendido: true };
  // Microsoft's junk mail report: the message itself, sent on, with the receiver in a field of its own.
  const jmrp = /^x-hmxmroriginalrecipient:\s*<?([^\s<>]+)/im.exec(source)?.[1];
  if (jmrp) return outcome('RECLAMO', 'jmrp', jmrp);
  const byMailer = isOfMailer(mail);
  if (!byMailer && isAutoreply(mail)) return outcome('OTRO', null, null);
  if (byMailer || isReturned(mail)) {
    const failed = header(mail, 'x-failed-recipients')?.split(',')[0]?.trim();
    const juicio = juzgarTexto(wordsOf(mail));
    return { ...juicio, email: failed || juicio.email, entendido: true };
  }
  return NADA;
}

const outcome = (tipo: TipoRebote, codigo: string | null, email: string | null): Juzgado => ({
  tipo,
  codigo,
  detalle: null,
  email,
  entendido: true,
});

const NADA: Juzgado = { ...outcome('OTRO', null, null), entendido: false };

function partOf(mail: ParsedMail, type: RegExp): string | undefined {
  const part = mail.attachments.find(({ contentType }) => type.test(contentType.toLowerCase()));
  return part?.content.toString('utf8');
}

function header(mail: ParsedMail, name: string): string | undefined {
  const line = mail.headerLines.find(({ key }) => key === name)?.line;
  return line
    ?.slice(line.indexOf(':') + 1)
    .replace(/\r?\n[ \t]+/g, ' ')
    .trim();
}

const AUSENTE =
  /^(automatic reply|auto(matic)?[- ]?(reply|response|respuesta)|out of (the )?office|fuera de (la )?oficina|respuesta autom[aá]tica|ausente|vacaciones)/i;

/** An answer by itself (RFC 3834): the message arrived. */
function isAutoreply(mail: ParsedMail): boolean {
  const auto = header(mail, 'auto-submitted')?.toLowerCase();
  return (
    auto?.startsWith('auto-replied') === true ||
    header(mail, 'x-autoreply') !== undefined ||
    header(mail, 'x-autorespond') !== undefined ||
    /auto_?reply/i.test(header(mail, 'precedence') ?? '') ||
    AUSENTE.test(mail.subject ?? '')
  );
}

/** Written by a mail server itself; many say `Auto-Submitted: auto-replied` too. */
function isOfMailer(mail: ParsedMail): boolean {
  const from = mail.from?.value[0]?.address ?? '';
  return (
    header(mail, 'x-failed-recipients') !== undefined ||
    /^(mailer-daemon|postmaster|mail-daemon)@/i.test(from)
  );
}

/** From nobody, as answers of machines are, and with a subject that says what it is. */
function isReturned(mail: ParsedMail): boolean {
  const subject = /deliver|failure|returned|devuelto|rechazado|no se pudo entregar/i;
  return header(mail, 'return-path') === '<>' && subject.test(mail.subject ?? '');
}

const RECIPIENT_FIELDS =
  /^(to|cc|delivered-to|x-original-to|x-delivered-to|envelope-to|x-envelope-to)$/;

function recipientsOf(mail: ParsedMail): string[] {
  return mail.headerLines
    .filter(({ key }) => RECIPIENT_FIELDS.test(key))
    .flatMap(
      ({ line }) => line.toLowerCase().match(/[^\s<>,;:"@]{1,64}@[^\s<>,;:"@]{1,253}/g) ?? [],
    );
}
