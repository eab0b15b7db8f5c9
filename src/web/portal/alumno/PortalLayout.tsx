import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { Footer } from '../shell/Footer.tsx';
import { isSessionLost, sesionQuery } from './alumno.api.ts';
import { PortalHeader } from './PortalHeader.tsx';
import { PortalNav } from './PortalNav.tsx';
import classes from './portal.module.css';
import { entrarSearch } from './volver.ts';

/** The frame of a student's own pages; whoever is not signed in is led to the door, and back. */
export function PortalLayout() {
  const { data, error, refetch } = useQuery(sesionQuery);
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    // After a change of page the next Tab begins at its content, and screen readers read it.
    if (shown.current !== pathname) main.current?.focus({ preventScroll: true });
    shown.current = pathname;
  }, [pathname]);

  const navigate = useNavigate();
  const lost = isSessionLost(error);
  useEffect(() => {
    if (!lost) return;
    const search = entrarSearch({ volver: window.location.pathname });
    void navigate({ to: '/mi/entrar', search, replace: true, ignoreBlocker: true });
  }, [lost, navigate]);

  return (
    <div className={classes.page}>
      <a href="#contenido" className="skip-link">
        Ir al contenido
      </a>
      <PortalHeader alumno={data} />
      <main id="contenido" ref={main} tabIndex={-1} className={classes.main}>
        {data && !lost && <Outlet />}
        {!data && error && !lost && <ErrorState error={error} retry={() => void refetch()} />}
        {(lost || (!data && !error)) && <ListSkeleton rows={4} height={96} />}
      </main>
      <Footer />
      <PortalNav place="bottom" />
    </div>
  );
}
