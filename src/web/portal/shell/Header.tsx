import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { negocioQuery } from '../publico.api.ts';
import classes from './shell.module.css';
import { useSiteName } from './title.ts';

export function Header() {
  const { data } = useQuery(negocioQuery);
  const name = useSiteName();
  return (
    <header className={classes.header}>
      <div className={classes.headerInner}>
        <Link to="/" className={classes.brand}>
          {data?.logoUrl ? (
            <img src={data.logoUrl} alt={name} className={classes.logo} />
          ) : (
            <span className={classes.name}>{name}</span>
          )}
        </Link>
        <nav aria-label="Principal" className={classes.nav}>
          <Link
            to="/"
            className={classes.navLink}
            activeOptions={{ exact: true, includeSearch: false }}
          >
            Talleres
          </Link>
          <Link to="/novedades" className={classes.navLink}>
            Novedades
          </Link>
        </nav>
      </div>
    </header>
  );
}
