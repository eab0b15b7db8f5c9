import type { Compuesto, Contenido, Firma, NoCompuesto, Trabajo, Vista } from './trabajo.ts';

/** What main thread and composer threads say to each other. */
export type DatosHilo = {
  firma: Firma | null;
  renderMs: number;
  /** Whether the parts are told beside the message. */
  vista: boolean;
  /** One number: the message being built, from 1; 0 while there is none. */
  avance: Int32Array<SharedArrayBuffer>;
};

export type Lote = {
  n: number;
  contenidos: Contenido[];
  /** Contents are told once, and named by their place. */
  trabajos: (Omit<Trabajo, 'contenido'> & { contenido: number })[];
};

export type Hecho = Compuesto | Vista | NoCompuesto;

export type Resultados = { n: number; desde: number; hechos: Hecho[] };
