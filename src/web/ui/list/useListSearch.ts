import { useNavigate, useSearch } from '@tanstack/react-router';

/** The filters of a list, kept in the URL: shared, bookmarked, and there after going back. */
export function useListSearch() {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const navigate = useNavigate();

  function set(changes: Record<string, string | undefined>) {
    const next = Object.fromEntries(
      Object.entries({ ...search, ...changes }).filter(([, value]) => value),
    );
    void navigate({ to: '.', search: next as never, replace: true, resetScroll: false });
  }

  return { search, set };
}
