import type pg from 'pg';

const numbered = [
  'interes',
  'empresa',
  'cliente',
  'taller',
  'cobro',
  'inscripcion',
  'pago',
  'curso',
  'leccion',
  'producto',
  'inscripcion_curso',
  'venta_producto',
  'movimiento_stock',
  'espera',
  'interaccion',
] as const;
type Numbered = (typeof numbered)[number];

/** Gives the next id of a table. */
export type Ids = (table: Numbered) => number;

/** Counts on from the sequences of the tables; `release` puts them where the counting ended. */
export async function reserveIds(
  client: pg.ClientBase,
): Promise<{ ids: Ids; release: () => Promise<void> }> {
  const next = new Map<Numbered, number>();
  for (const table of numbered) {
    const { rows } = await client.query<{ id: string }>(
      `select nextval(pg_get_serial_sequence($1, 'id')) as id`,
      [table],
    );
    next.set(table, Number(rows[0]?.id));
  }
  return {
    ids: (table) => {
      const id = next.get(table) as number;
      next.set(table, id + 1);
      return id;
    },
    release: async () => {
      for (const [table, id] of next) {
        await client.query(`select setval(pg_get_serial_sequence($1, 'id'), $2, false)`, [
          table,
          id,
        ]);
      }
    },
  };
}
