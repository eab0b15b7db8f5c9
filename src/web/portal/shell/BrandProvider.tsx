import { MantineProvider } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { buildTheme, cssVariables, DEFAULT_ACCENT } from '../../ui/theme.ts';
import { negocioQuery } from '../publico.api.ts';
import { siteFromHead } from './site.ts';

// Another site's frame is light unless its address asks for the dark scheme: we cannot see that page.
function embeddedScheme(): 'light' | 'dark' | undefined {
  const { pathname, search } = window.location;
  if (!pathname.startsWith('/incrustar/')) return undefined;
  return new URLSearchParams(search).get('tema') === 'oscuro' ? 'dark' : 'light';
}

/** The looks of the business, from the first paint: the server wrote its colour into the head. */
export function BrandProvider({ children }: { children: ReactNode }) {
  const { data } = useQuery(negocioQuery);
  const accent = data?.colorAcento ?? siteFromHead.color ?? DEFAULT_ACCENT;
  const theme = useMemo(() => buildTheme(accent), [accent]);
  const forced = embeddedScheme();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      {...(forced ? { forceColorScheme: forced } : {})}
    >
      {children}
    </MantineProvider>
  );
}
