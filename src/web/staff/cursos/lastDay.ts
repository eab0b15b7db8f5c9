import { toLocal } from '../../ui/time.ts';

/** The last day (`YYYY-MM-DD`) on which an access that ends at an instant still opens, in a time zone. */
export function lastDay(end: string, zone: string): string {
  return toLocal(new Date(Date.parse(end) - 1).toISOString(), zone).date;
}
