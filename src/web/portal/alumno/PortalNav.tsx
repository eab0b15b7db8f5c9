import {
  IconCalendarEvent,
  IconHome,
  IconPlayerPlay,
  IconReceipt,
  IconStar,
  IconUser,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import classes from './portal.module.css';

const places = [
  { to: '/mi', label: 'Inicio', icon: IconHome },
  { to: '/mi/talleres', label: 'Talleres', icon: IconCalendarEvent },
  { to: '/mi/cursos', label: 'Cursos', icon: IconPlayerPlay },
  { to: '/mi/pagos', label: 'Pagos', icon: IconReceipt },
  { to: '/mi/resenas', label: 'Reseñas', icon: IconStar },
  { to: '/mi/datos', label: 'Datos', icon: IconUser },
] as const;

/** The same places twice, of which the width of the screen shows one: on top, or at the thumb. */
export function PortalNav({ place }: { place: 'top' | 'bottom' }) {
  return (
    <nav aria-label="Mi portal" className={place === 'top' ? classes.topNav : classes.bottomNav}>
      {places.map(({ to, label, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          className={classes.place}
          activeOptions={{ exact: to === '/mi' }}
          activeProps={{ 'aria-current': 'page' }}
        >
          <Icon size={22} stroke={1.7} aria-hidden className={classes.placeIcon} />
          {label}
        </Link>
      ))}
    </nav>
  );
}
