import { IconUserCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { negocioQuery } from '../publico.api.ts';
import classes from './shell.module.css';
import { useSiteName } from './title.ts';

export function Header() {
  const { data } = useQuery(negocioQuery);
  return (
    <header className={classes.header}>
      <div className={classes.headerInner}>
        <Brand />
        <nav aria-label="Principal" className={classes.nav}>
          <Link
            to="/"
            className={classes.navLink}
            activeOptions={{ exact: true, includeSearch: false }}
          >
            Talleres
          </Link>
          {data?.hayCursos && (
            <Link to="/cursos" className={classes.navLink} activeOptions={{ includeSearch: false }}>
              Cursos
            </Link>
          )}
          <Link to="/novedades" className={classes.navLink}>
            Novedades
          </Link>
        </nav>
        <Link to="/mi" className={classes.portalLink}>
          <IconUserCircle size={20} stroke={1.7} aria-hidden />
          Mi portal
        </Link>
      </div>
    </header>
  );
}

/** The logo or the name of the school, which leads to what it offers. */
export function Brand() {
  const { data } = useQuery(negocioQuery);
  const name = useSiteName();
  return (
    <Link to="/" className={classes.brand}>
      {data?.logoUrl ? (
        <img src={data.logoUrl} alt={name} className={classes.logo} />
      ) : (
        <span className={classes.name}>{name}</span>
      )}
    </Link>
  );
}
