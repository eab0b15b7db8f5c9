import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { type ErrorComponentProps, Outlet } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { setAppName } from '../ui/PageHeader.tsx';
import { buildTheme, cssVariables, DEFAULT_ACCENT } from '../ui/theme.ts';
import { ZoneProvider } from '../ui/zone.tsx';
import { useMarca } from './session.ts';

const REMEMBERED = 'tmm-acento';

/** Theme, dialogs and notifications: around every page, signed in or not. */
export function Root() {
  const marca = useMarca();
  // The accent of last time, so that the first paint already has it.
  const accent = marca?.colorAcento ?? localStorage.getItem(REMEMBERED) ?? DEFAULT_ACCENT;
  const theme = useMemo(() => buildTheme(accent), [accent]);
  if (marca) setAppName(marca.nombre);

  useEffect(() => {
    if (marca) localStorage.setItem(REMEMBERED, marca.colorAcento);
  }, [marca]);

  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <ZoneProvider value={marca?.zonaNegocio ?? 'America/Santiago'}>
        <ModalsProvider>
          <Notifications position="top-right" />
          <Outlet />
        </ModalsProvider>
      </ZoneProvider>
    </MantineProvider>
  );
}

export function NotFound() {
  return (
    <EmptyState
      title="Esta página no existe"
      action={<ButtonLink to="/app">Ir al inicio</ButtonLink>}
    >
      Puede que el enlace esté incompleto o que lo hayan borrado.
    </EmptyState>
  );
}

export function RouteError({ error, reset }: ErrorComponentProps) {
  return <ErrorState error={error} retry={reset} />;
}
