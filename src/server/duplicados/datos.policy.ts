import type { EstadoCliente } from '#contract/clientes.ts';

export type Clave = string | number;
/** A row as the database writes it in JSON. */
export type Fila = Record<string, unknown>;
export type Pareja = { principalId: number; absorbidoId: number };
export type Cuentas = { usuario: Fila[]; cuenta: Fila[] };

/** A row of cliente, as the database writes it in JSON. */
export type ClienteFila = Fila & {
  id: number;
  tipo: 'B2C' | 'B2B';
  empresa_id: number | null;
  nombres: string;
  apellidos: string;
  email: string | null;
  telefono: string | null;
  rut: string | null;
  fecha_nacimiento: string | null;
  origen: string;
  origen_detalle: unknown;
  estado: EstadoCliente;
  ultima_actividad_en: string | null;
  convertido_en: string | null;
  creado_en: string;
  bloqueado_en: string | null;
  bloqueo_motivo: string | null;
  responsable_id: string | null;
  version: number;
};

/** All that it takes to undo a merge, as it is kept. */
export type Datos = {
  /** The principal before and after, and who was taken in. */
  antes: ClienteFila;
  despues: ClienteFila;
  absorbido: ClienteFila;
  /** Which rows moved, by table. */
  movidas: Record<string, Clave[]>;
  /** Rows taken out whole, of either, by table. */
  sacadas: Record<string, Fila[]>;
  cuentas: Cuentas;
  /** Messages of one campaign to both, as they were. */
  correos: Fila[];
  /** Consents that speak for their address alone since. */
  ajenos: Clave[];
  /** The consents of both that were there. */
  consentimientos: Clave[];
  /** The row of the history that tells of it. */
  historial: number;
  /** Whether each had a confirmed purchase. */
  compras: { principal: boolean; absorbido: boolean };
};
