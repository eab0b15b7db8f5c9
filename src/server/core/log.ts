import { type Logger, pino } from 'pino';

/** JSON lines on stderr, without bodies, queries, names, addresses or cookies. */
export function createLog(level: string): Logger {
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: false }));
}
