import { useState } from 'react';

/** The instant at which the screen was opened, as the API writes instants. */
export function useNow(): string {
  const [now] = useState(() => new Date().toISOString());
  return now;
}
