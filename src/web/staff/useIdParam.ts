import { useParams } from '@tanstack/react-router';

/** The `$id` of the route; undefined on `…/nuevo`, or when it is no number. */
export function useIdParam(): number | undefined {
  const { id } = useParams({ strict: false });
  return id && /^[1-9]\d{0,14}$/.test(id) ? Number(id) : undefined;
}
