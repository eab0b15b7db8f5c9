import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '../../core/db/connect.ts';
import { transaction } from '../../core/db/transaction.ts';
import { type Desenlace, settle } from '../cola.queries.ts';
import { finishRitmo } from '../ritmo.queries.ts';

/** So often, or when so many wait, what happened is written down. */
const FLUSH_MS = 20;
const FLUSH_SIZE = 200;
const AGAIN_MS = 250;

export type Acuse = Desenlace & {
  /** The group of the budget it belonged to, when it is the last of it. */
  ritmo: number | null;
};

/** Writes how messages ended, in small groups and in order; while the database is away it tries again. */
export function createAcuses(db: Db, trabajador: string, onError: (error: unknown) => void) {
  let waiting: Acuse[] = [];
  let writing: Promise<void> | undefined;

  async function write(group: Acuse[]): Promise<void> {
    for (;;) {
      try {
        return await transaction(db, async (trx) => {
          await settle(trx, trabajador, group);
          await finishRitmo(
            trx,
            group.flatMap(({ ritmo }) => ritmo ?? []),
          );
        });
      } catch (error) {
        onError(error);
        await sleep(AGAIN_MS);
      }
    }
  }

  async function run(): Promise<void> {
    if (waiting.length < FLUSH_SIZE) await sleep(FLUSH_MS);
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      await write(group);
    }
    writing = undefined;
  }

  return {
    add(acuse: Acuse): void {
      waiting.push(acuse);
      writing ??= run();
    },
    idle: () => writing === undefined,
    /** Until all that was added is written. */
    async flushed(): Promise<void> {
      while (writing) await writing;
    },
  };
}
export type Acuses = ReturnType<typeof createAcuses>;
