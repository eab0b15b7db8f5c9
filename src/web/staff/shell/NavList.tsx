import { Link, useLocation } from '@tanstack/react-router';
import { markAlso, type NavItem } from '../nav.ts';
import classes from './shell.module.css';

/** The navigation of wide screens. */
export function NavList({ items }: { items: readonly NavItem[] }) {
  const { pathname } = useLocation();
  return (
    <ul className={classes.nav}>
      {items.map(({ to, label, icon: Icon, ...item }) => (
        <li key={to}>
          <Link
            to={to}
            {...markAlso(item, pathname)}
            className={classes.navLink}
            activeOptions={{ exact: to === '/app', includeSearch: false }}
            activeProps={{ 'data-active': true } as object}
          >
            <Icon size={20} stroke={1.8} aria-hidden />
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
