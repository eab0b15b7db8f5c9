/** What goes into a message, as a thread of the composer takes it: plain data that can be copied. */
export type Contenido = {
  id: number;
  /** Liquid; `html` is a whole document. */
  asunto: string;
  html: string;
  texto: string;
  /** Values that all its messages share; those of a message win over them. */
  datos: Record<string, unknown>;
};

export type Sobre = {
  de: { nombre: string; email: string };
  para: { nombre: string; email: string };
  responderA: string | null;
  /** Without its angle brackets. */
  mensajeId: string;
  /** ISO 8601 UTC. */
  fecha: string;
  /** In order, beside those that every message has. */
  cabeceras: [nombre: string, valor: string][];
};

/** Where links lead when the campaign measures them: `clic` gets `/n` appended, n being the link's number. */
export type Seguimiento = { clic: string; apertura: string };

export type Trabajo = {
  contenido: Contenido;
  /** What Liquid sees: own properties of plain data. */
  datos: Record<string, unknown>;
  sobre: Sobre;
  seguimiento: Seguimiento | null;
};

export type Compuesto = { asunto: string; raw: Uint8Array };

/** A message with its parts, to be looked at. */
export type Vista = Compuesto & { html: string; texto: string };

/** One message that cannot be built: its template fails with this person's data, or ran too long. */
export type NoCompuesto = { error: string };

export type Firma = {
  dominio: string;
  selector: string;
  /** PKCS#8 PEM of an RSA key of 2048 bits. */
  clavePem: string;
};

export type Composer<Hecho extends Compuesto = Compuesto> = {
  /** Builds messages in order; each is a message or why it could not be built. It never rejects for a template. */
  compose(trabajos: Trabajo[]): Promise<(Hecho | NoCompuesto)[]>;
  close(): Promise<void>;
};
