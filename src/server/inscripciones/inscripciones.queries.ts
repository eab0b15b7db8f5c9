import type { Trx } from '../core/db/connect.ts';

export async function insertAsistentes(
  trx: Trx,
  inscripcionId: number,
  asistentes: readonly ({
    nombres: string;
    apellidos?: string | undefined;
    email?: string | null | undefined;
    telefono?: string | null | undefined;
  } | null)[],
): Promise<void> {
  const values = asistentes.flatMap((a, i) =>
    a ? [{ ...a, apellidos: a.apellidos ?? '', inscripcionId, puesto: i + 1 }] : [],
  );
  if (values.length > 0) await trx.insertInto('asistente').values(values).execute();
}
