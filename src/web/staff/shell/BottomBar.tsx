import { Drawer, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { NavItem } from '../nav.ts';
import { NavList } from './NavList.tsx';
import classes from './shell.module.css';

/** The navigation of phones: the daily places, and the others under «Más». */
export function BottomBar({ items }: { items: readonly NavItem[] }) {
  const [opened, { open, close }] = useDisclosure();
  const pathname = useLocation({ select: (location) => location.pathname });
  const more = items.filter(({ bar }) => !bar);
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving somewhere closes the drawer.
  useEffect(close, [pathname]);

  return (
    <nav aria-label="Principal">
      <ul className={classes.bar}>
        {items
          .filter(({ bar }) => bar)
          .map(({ to, label, icon: Icon }) => (
            <li key={to}>
              <Link
                to={to}
                className={classes.barLink}
                activeOptions={{ exact: to === '/app', includeSearch: false }}
                activeProps={{ 'data-active': true } as object}
              >
                <Icon size={22} stroke={1.8} aria-hidden />
                {label}
              </Link>
            </li>
          ))}
        {more.length > 0 && (
          <li>
            <UnstyledButton
              className={classes.barLink}
              aria-haspopup="dialog"
              aria-expanded={opened}
              onClick={open}
            >
              <IconDots size={22} stroke={1.8} aria-hidden />
              Más
            </UnstyledButton>
          </li>
        )}
      </ul>
      <Drawer
        opened={opened}
        onClose={close}
        position="bottom"
        size="auto"
        title="Más"
        closeButtonProps={{ 'aria-label': 'Cerrar' }}
      >
        <NavList items={more} />
      </Drawer>
    </nav>
  );
}
