/**
 * How the rows of a table that hang from a Cliente follow it into the one it is merged with. A test compares the names
 * with the foreign keys of the database.
 */
export type Tabla = {
  tabla: string;
  /** The column that names the Cliente. */
  columna: string;
  /** The column that tells a row from the others of one Cliente. */
  clave: string;
  /** Rows of which one person can only have one: the better of both stays, the other is taken out whole. */
  unica?: {
    /** Rows are the same when these columns are; none: each person has one at most. */
    por: string[];
    /** Of which rows this holds, as SQL. */
    donde?: string;
    /** The better row first, as SQL; the principal's when both are as good. */
    mejor?: string;
  };
  /** Tables whose row must still be there when one that was taken out comes back. */
  exige?: Record<string, string>;
};

const porId = (tabla: string, columna = 'cliente_id'): Tabla => ({ tabla, columna, clave: 'id' });

export const tablas: readonly Tabla[] = [
  porId('cobro'),
  porId('inscripcion'),
  porId('inscripcion_curso'),
  porId('venta_producto'),
  porId('interaccion'),
  porId('cliente_estado'),
  porId('consentimiento'),
  porId('email_log'),
  porId('aviso'),
  porId('fusion', 'principal_id'),
  porId('usuario'),
  {
    ...porId('espera'),
    unica: {
      por: ['taller_id'],
      donde: "estado in ('ESPERANDO', 'OFRECIDA')",
      mejor: "estado = 'OFRECIDA' desc, id",
    },
    exige: { taller_id: 'taller' },
  },
  {
    ...porId('resena'),
    unica: { por: ['taller_id', 'curso_id'], mejor: "estado = 'PUBLICADA' desc, id" },
    exige: { taller_id: 'taller', curso_id: 'curso' },
  },
  {
    ...porId('solicitud_resena'),
    unica: { por: ['taller_id'] },
    exige: { taller_id: 'taller' },
  },
  {
    tabla: 'progreso_leccion',
    columna: 'cliente_id',
    clave: 'leccion_id',
    unica: { por: ['leccion_id'], mejor: 'terminada_en nulls last, segundos desc' },
    exige: { leccion_id: 'leccion' },
  },
  {
    tabla: 'cliente_interes',
    columna: 'cliente_id',
    clave: 'interes_id',
    // Who wants no mail about it by one address wants none.
    unica: { por: ['interes_id'], mejor: 'correo, creado_en' },
    exige: { interes_id: 'interes' },
  },
  { tabla: 'calendario', columna: 'cliente_id', clave: 'token', unica: { por: [] } },
];

/** Of these the rows are handled by name: see the pairs in `fusionar` and the logins in `cuentas.queries`. */
export const aparte = ['duplicado.cliente_a', 'duplicado.cliente_b'];
