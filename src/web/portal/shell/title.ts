import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { negocioQuery } from '../publico.api.ts';
import { siteFromHead } from './site.ts';

/** The name of the business, known before its data comes. */
export function useSiteName(): string {
  const { data } = useQuery(negocioQuery);
  return data?.nombre ?? siteFromHead.name ?? '';
}

/** The title in the browser's tab; undefined leaves the one of the server while the data comes. */
export function useTitle(title: string | undefined): void {
  const site = useSiteName();
  useEffect(() => {
    if (title) document.title = site ? `${title} · ${site}` : title;
  }, [title, site]);
}
