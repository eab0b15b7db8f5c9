import { Outlet, useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import classes from './shell.module.css';

/** The frame of every public page but the one for other sites. */
export function PublicLayout({ children }: { children?: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    // After a change of page the next Tab begins at its content, and screen readers read it.
    if (shown.current !== pathname) main.current?.focus({ preventScroll: true });
    shown.current = pathname;
  }, [pathname]);
  return (
    <div className={classes.page}>
      <a href="#contenido" className="skip-link">
        Ir al contenido
      </a>
      <Header />
      <main id="contenido" ref={main} tabIndex={-1} className={classes.main}>
        {children ?? <Outlet />}
      </main>
      <Footer />
    </div>
  );
}
