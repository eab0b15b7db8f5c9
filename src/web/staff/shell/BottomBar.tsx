import { Menu, UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { MenuLink } from '../../ui/menuLink.tsx';
import { markAlso, type NavItem } from '../nav.ts';

import classes from './shell.module.css';

/** The navigation of phones: the daily places, and the others under «Más». */
export function BottomBar({ items }: { items: readonly NavItem[] }) {
  const { pathname } = useLocation();
  const more = items.filter(({ bar }) => !bar);
  return (
    <nav aria-label="Principal">
      <ul className={classes.bar}>
        {items
          .filter(({ bar }) => bar)
          .map(({ to, label, icon: Icon, ...item }) => (
            <li key={to}>
              <Link
                to={to}
                {...markAlso(item, pathname)}
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
            <Menu position="top-end" shadow="md" width={220}>
              <Menu.Target>
                <UnstyledButton className={classes.barLink}>
                  <IconDots size={22} stroke={1.8} aria-hidden />
                  Más
                </UnstyledButton>
              </Menu.Target>
              <Menu.Dropdown>
                {more.map(({ to, label, icon: Icon }) => (
                  <MenuLink
                    key={to}
                    to={to}
                    leftSection={<Icon size={20} stroke={1.8} aria-hidden />}
                  >
                    {label}
                  </MenuLink>
                ))}
              </Menu.Dropdown>
            </Menu>
          </li>
        )}
      </ul>
    </nav>
  );
}
