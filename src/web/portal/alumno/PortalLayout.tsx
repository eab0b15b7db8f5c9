import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation } from '@tanstack/react-router';
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

  if (isSessionLost(error)) {
    return <Navigate to="/mi/entrar" search={entrarSearch({ volver: pathname })} replace />;
  }
  return (
    <div className={classes.page}>
      <a href="#contenido" className="skip-link">
        Ir al contenido
      </a>
      <PortalHeader alumno={data} />
      <main id="contenido" ref={main} tabIndex={-1} className={classes.main}>
        {data && <Outlet />}
        {!data && error && <ErrorState error={error} retry={() => void refetch()} />}
        {!data && !error && <ListSkeleton rows={4} height={96} />}
      </main>
      <Footer />
      <PortalNav place="bottom" />
    </div>
  );
}
