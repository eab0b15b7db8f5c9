import { useIntersection } from '@mantine/hooks';
import { useState } from 'react';

/** Whether an element came near the screen at some time. */
export function useSeen<T extends HTMLElement = HTMLDivElement>() {
  const { ref, entry } = useIntersection<T>({ rootMargin: '100px' });
  const [seen, setSeen] = useState(false);
  if (entry?.isIntersecting && !seen) setSeen(true);
  return { ref, seen };
}
