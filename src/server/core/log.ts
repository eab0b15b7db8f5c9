import { type DestinationStream, type Logger, pino } from 'pino';

/** What an error of the database tells of the row at hand, which may be a person's. */
const OF_THE_ROW = ['err.detail', 'err.where', 'err.hint', 'err.query', 'err.parameters'];

/** JSON lines on stderr unless told, without bodies, queries, names, addresses or cookies. */
export function createLog(
  level: string,
  destination: DestinationStream = pino.destination({ dest: 2, sync: false }),
): Logger {
  return pino({ level, base: null, redact: { paths: OF_THE_ROW, remove: true } }, destination);
}

const ADDRESS = /[^\s<>"'(),;:@]+@[^\s<>"'(),;:@]+/g;

/** The words of another server, which may name a person's address, as they may be logged. */
export const withoutAddresses = (text: string) => text.replace(ADDRESS, '(address)');
