import { Container, MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { type ErrorComponentProps, Outlet, useRouter } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { setAppName } from '../ui/PageHeader.tsx';
import { buildTheme, cssVariables, DEFAULT_ACCENT } from '../ui/theme.ts';
import { ZoneProvider } from '../ui/zone.tsx';
import { negocioQuery, useMarca } from './session.ts';

const REMEMBERED = 'tmm-acento';

/** Theme, dialogs and notifications: around every page, signed in or not. */
export function Root() {
  const marca = useMarca();
  const { data: negocio } = useQuery({ ...negocioQuery, enabled: false });
  const known = marca?.colorAcento ?? negocio?.colorAcento;
  // The accent of last time, so that the first paint already has it.
  const accent = known ?? localStorage.getItem(REMEMBERED) ?? DEFAULT_ACCENT;
  const theme = useMemo(() => buildTheme(accent), [accent]);
  if (marca) setAppName(marca.nombre);

  useEffect(() => {
    if (known) localStorage.setItem(REMEMBERED, known);
  }, [known]);

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
    <main>
      <EmptyState
        level={1}
        title="Esta página no existe"
        action={<ButtonLink to="/app">Ir al inicio</ButtonLink>}
      >
        Puede que el enlace esté incompleto o que lo hayan borrado.
      </EmptyState>
    </main>
  );
}

export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <ErrorState
      error={error}
      retry={() => {
        reset();
        void router.invalidate();
      }}
    />
  );
}

/** When the frame itself could not load: no connection, most often. */
export function FrameError(props: ErrorComponentProps) {
  return (
    <Container component="main" size="xs" py="xl">
      <RouteError {...props} />
    </Container>
  );
}
