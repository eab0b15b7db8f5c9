/** DURO: the address will never take mail. BLANDO: not this time, or the sender is at fault. OTRO: changes nothing. */
export type TipoRebote = 'DURO' | 'BLANDO' | 'RECLAMO' | 'OTRO';
export type Juicio = { tipo: TipoRebote; codigo: string | null; detalle: string | null };

const MAX_DETALLE = 500;
const MAX_TEXTO = 20_000;

/** The enhanced status code (RFC 3463) in a text. */
export function readEstado(text: string): string | null {
  return /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(text)?.[1] ?? null;
}

const NO_EXISTE =
  /user unknown|unknown (user|recipient|mailbox|local)|no such (user|mailbox|recipient|address|person)|(user|mailbox|recipient|account|address|domain|inbox)[^.\n]{0,60}(n.t|not|no longer) (exist|found|valid|listed|known|active|available)|(does|did|do) ?n.t exist|mailbox unavailable|invalid (recipient|mailbox|address|user)|no mailbox here|unrouteable|host or domain name not found|recipientnotfound|(account|mailbox|user)[^.\n]{0,30}(disabled|inactive|closed|deleted|suspended)|usuario (desconocido|no existe)|(casilla|cuenta|direcci[oó]n)[^.\n]{0,40}no existe|recipient address rejected: access denied/i;
const DEL_REMITENTE =
  /spam|blocked|block ?list|black ?list|dnsbl|reputation|policy|sender (denied|rejected|address)|dmarc|\bspf\b|\bdkim\b|relay(ing)? (denied|not)|rate limit|too many|throttl/i;
const PASAJERO =
  /quota|mailbox (is )?full|over ?limit|insufficient (system )?storage|temporar|try again/i;

/** 5.1.x speaks of the address, but for these: the sender's own, and a server on the way. */
const NO_DE_LA_DIRECCION = new Set(['5.1.7', '5.1.8', '5.1.9']);
/** Codes that servers use for an address that is gone, among other things: their words decide. */
const AMBIGUO = /^5\.(0\.0|1\.0|2\.0|2\.1|3\.0|4\.1|4\.4|5\.0)$/;

/**
 * What a permanent or passing failure says of an address, by its enhanced status code and the server's words. Only
 * what is surely the address's own fault is DURO: nobody is suppressed for the sender's.
 */
export function juzgarFallo(estado: string | null, texto: string): 'DURO' | 'BLANDO' {
  if (estado?.startsWith('4.')) return 'BLANDO';
  if (estado?.startsWith('5.1.') && estado !== '5.1.0') {
    return NO_DE_LA_DIRECCION.has(estado) ? 'BLANDO' : 'DURO';
  }
  if (estado && !AMBIGUO.test(estado)) return 'BLANDO';
  if (!estado && !/\b55[0134]\b/.test(texto) && !NO_EXISTE.test(texto)) return 'BLANDO';
  if (PASAJERO.test(texto) || DEL_REMITENTE.test(texto)) return 'BLANDO';
  return NO_EXISTE.test(texto) ? 'DURO' : 'BLANDO';
}

/** Fields of a machine-readable part of a report, unfolded; the first of each name counts. */
export function readFields(block: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (name && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value ?? '');
  }
  return fields;
}

/** What an RFC 3464 report says: of several recipients the one that failed counts. */
export function juzgarDsn(report: string): Juicio & { email: string | null } {
  const blocks = report
    .split(/(?:\r?\n){2,}/)
    .map(readFields)
    .filter((fields) => fields.has('action') || fields.has('final-recipient'));
  const fields =
    blocks.find((block) => /^failed/i.test(block.get('action') ?? '')) ?? blocks[0] ?? new Map();
  const diagnostico = fields.get('diagnostic-code')?.replace(/^[\w-]+\s*;\s*/, '') ?? '';
  const told = readEstado(fields.get('status') ?? '');
  const precise = readEstado(diagnostico);
  const codigo = !told || /^[245]\.0\.0$/.test(told) ? (precise ?? told) : told;
  const recipient = fields.get('original-recipient') ?? fields.get('final-recipient') ?? '';
  const base = {
    codigo,
    detalle: cut(diagnostico),
    email: recipient.replace(/^[\w-]+\s*;\s*/, '').replace(/^<|>$/g, '') || null,
  };
  const action = fields.get('action')?.toLowerCase().trim() ?? '';
  if (action.startsWith('delayed')) return { tipo: 'BLANDO', ...base };
  if (!action.startsWith('failed')) return { tipo: 'OTRO', ...base };
  return { tipo: juzgarFallo(codigo, diagnostico), ...base };
}

/** Kinds of feedback (RFC 5965, RFC 6650) by which a person says that they do not want such mail. */
const RECLAMOS = /^(abuse|fraud|virus|other|opt-out(-list)?|miscategorized|complaint)$/;

/** What a feedback report says; one that takes a complaint back, or is about authentication, changes nothing. */
export function juzgarArf(report: string): Juicio & { email: string | null } {
  const fields = readFields(report);
  const kind = fields.get('feedback-type')?.toLowerCase().trim() ?? '';
  const email = fields.get('original-rcpt-to') ?? fields.get('removal-recipient') ?? null;
  return {
    tipo: RECLAMOS.test(kind) ? 'RECLAMO' : 'OTRO',
    codigo: kind.slice(0, 20) || null,
    detalle: cut(fields.get('user-agent') ?? fields.get('source') ?? ''),
    email: email?.replace(/^<|>$/g, '') ?? null,
  };
}

/** Where a bounce without a report begins to quote the message that came back. */
const CITA =
  /^-{2,}.{0,40}(original|copy|below|returned|undelivered).*$|^------ this is a copy|^--- below this line/im;

/** What a bounce in plain words says, as qmail and older servers write it. */
export function juzgarTexto(text: string): Juicio & { email: string | null } {
  const start = text.slice(0, MAX_TEXTO);
  const words = start.slice(0, CITA.exec(start)?.index ?? start.length);
  const codigo = readEstado(words);
  const email = /<?([^\s<>:@]{1,64}@[^\s<>:@]{1,253})>?:?\s*$/m.exec(words)?.[1] ?? null;
  const passing = /warning|has not been delivered|will be retried|delayed/i.test(words);
  return {
    tipo: passing && !codigo?.startsWith('5.') ? 'BLANDO' : juzgarFallo(codigo, words),
    codigo,
    detalle: cut(words),
    email,
  };
}

function cut(text: string): string | null {
  return text.replace(/\s+/g, ' ').trim().slice(0, MAX_DETALLE) || null;
}
