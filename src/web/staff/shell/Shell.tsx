import { ActionIcon, AppShell, Button, Group, Kbd } from '@mantine/core';
import { useDisclosure, useHotkeys, useMediaQuery } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { Outlet, useLocation, useMatches } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { ContactoProvider } from '../interacciones/ContactoProvider.tsx';
import { allowedItems } from '../nav.ts';
import { usePuede } from '../session.ts';
import { BottomBar } from './BottomBar.tsx';
import { Brand } from './Brand.tsx';
import { NavList } from './NavList.tsx';
import { SignInAgain } from './SignInAgain.tsx';
import classes from './shell.module.css';
import { UserMenu } from './UserMenu.tsx';

const SearchPalette = lazy(() => import('./SearchPalette.tsx'));

/** The frame of every screen: where one may go, the search, and who one is. */
export default function Shell() {
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const [searching, { open, close }] = useDisclosure();
  const puede = usePuede();
  const items = allowedItems(puede);
  useHotkeys([['mod+K', open]], []);

  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: true } }}
      footer={{ height: phone ? 60 : 0 }}
      padding={{ base: 'md', sm: 'xl' }}
    >
      <AppShell.Header className={classes.header}>
        <a className="skip-link" href="#contenido">
          Saltar al contenido
        </a>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="sm">
          <Brand />
          <Group gap="xs" wrap="nowrap">
            {phone ? (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="xl"
                aria-label="Buscar"
                onClick={open}
              >
                <IconSearch size={22} aria-hidden />
              </ActionIcon>
            ) : (
              <Button
                variant="default"
                className={classes.search}
                classNames={{ label: classes.searchLabel }}
                leftSection={<IconSearch size={18} aria-hidden />}
                rightSection={<Kbd size="xs">Ctrl K</Kbd>}
                justify="space-between"
                onClick={open}
              >
                Buscar o hacer algo
              </Button>
            )}
            <UserMenu />
          </Group>
        </Group>
      </AppShell.Header>
      {phone ? (
        <AppShell.Footer className={classes.footer}>
          <BottomBar items={items} />
        </AppShell.Footer>
      ) : (
        <AppShell.Navbar p="sm" aria-label="Principal" className={classes.navbar}>
          <NavList items={items} />
        </AppShell.Navbar>
      )}
      <ContactoProvider>
        <Content />
      </ContactoProvider>
      {searching && (
        <Suspense>
          <SearchPalette onClose={close} />
        </Suspense>
      )}
      <SignInAgain />
    </AppShell>
  );
}

/** The screen itself. Going to another one moves the keyboard there too. */
function Content() {
  const puede = usePuede();
  const pathname = useLocation({ select: (location) => location.pathname });
  const denied = useMatches({
    select: (matches) =>
      matches.some(({ staticData: { permiso } }) => permiso !== undefined && !puede(permiso)),
  });
  const main = useRef<HTMLElement>(null);
  const first = useRef(pathname);
  useEffect(() => {
    if (first.current === pathname) return;
    first.current = '';
    if (!main.current?.contains(document.activeElement)) {
      main.current?.focus({ preventScroll: true });
    }
  }, [pathname]);

  return (
    <AppShell.Main id="contenido" tabIndex={-1} ref={main} className={classes.main}>
      <div className={classes.content}>
        {denied ? (
          <EmptyState
            level={1}
            title="Tu rol no permite ver esta página"
            action={<ButtonLink to="/app">Ir al inicio</ButtonLink>}
          >
            Si la necesitas, pídele a quien administra que cambie tu rol.
          </EmptyState>
        ) : (
          <Outlet />
        )}
      </div>
    </AppShell.Main>
  );
}
