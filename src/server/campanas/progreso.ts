import type { Progreso } from '#contract/campanas.ts';
import type { EstadoEmail } from '#contract/emails.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { selectEstados } from './progreso.queries.ts';

/** Where each state of a message counts; one in the hands of a sender still waits. */
const columnOf: Record<EstadoEmail, Exclude<keyof Progreso, 'total'>> = {
  EN_COLA: 'enCola',
  TOMADO: 'enCola',
  ENVIADO: 'enviados',
  LOCAL: 'locales',
  FALLIDO: 'fallidos',
  SUPRIMIDO: 'suprimidos',
  CANCELADO: 'cancelados',
  INCIERTO: 'inciertos',
};

const nothing: Progreso = {
  total: 0,
  enCola: 0,
  enviados: 0,
  locales: 0,
  fallidos: 0,
  suprimidos: 0,
  cancelados: 0,
  inciertos: 0,
};

/** How far campaigns went, by id, each counted from its messages. */
export async function countProgresos(db: Db | Trx, ids: number[]): Promise<Map<number, Progreso>> {
  const counted = new Map(ids.map((id) => [id, { ...nothing }]));
  if (ids.length === 0) return counted;
  for (const { campanaId, estado, n } of await selectEstados(db, ids)) {
    const progreso = counted.get(campanaId);
    if (!progreso) continue;
    progreso.total += n;
    progreso[columnOf[estado]] += n;
  }
  return counted;
}

/** From so many messages on, counting takes long enough that it is not done for each look. */
const MANY = 20_000;
/** Of the time between two counts, the part that counting may take: one in twenty. */
const REST = 20;

type Counted = { progreso: Progreso; until: number };
type Row = {
  id: number;
  iniciadaEn: string | null;
  destinatarios: number;
  progreso: unknown;
};

/**
 * Tells how far campaigns went: the final figures of those that ended, a count of the others. A large one is counted
 * at most so often that counting it keeps the database busy for a twentieth of the time, however many look.
 */
export function createProgresos(clock: () => number = () => performance.now()) {
  const remembered = new Map<number, Counted>();

  const countLarge = async (db: Db | Trx, id: number): Promise<Progreso> => {
    const known = remembered.get(id);
    const started = clock();
    if (known && known.until > started) return known.progreso;
    const progreso = (await countProgresos(db, [id])).get(id) ?? nothing;
    const ended = clock();
    remembered.set(id, { progreso, until: ended + REST * (ended - started) });
    return progreso;
  };

  return async (db: Db | Trx, rows: readonly Row[]): Promise<Map<number, Progreso>> => {
    const open = rows.filter((row) => row.iniciadaEn !== null && row.progreso === null);
    const small = open.filter((row) => row.destinatarios < MANY);
    const counted = await countProgresos(
      db,
      small.map(({ id }) => id),
    );
    for (const { id, iniciadaEn, destinatarios, progreso } of rows) {
      if (progreso !== null) {
        remembered.delete(id);
        counted.set(id, progreso as Progreso);
      } else if (iniciadaEn === null) counted.set(id, nothing);
      else if (destinatarios >= MANY) counted.set(id, await countLarge(db, id));
    }
    return counted;
  };
}
export type Progresos = ReturnType<typeof createProgresos>;
