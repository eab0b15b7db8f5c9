import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { marcaQuery } from '../session.ts';
import classes from './shell.module.css';

export function Brand() {
  // The one active reader of it: here it is refreshed after the settings change.
  const { data: marca } = useQuery(marcaQuery);
  return (
    <Link to="/app" className={classes.brand}>
      {marca?.logoUrl && <img src={marca.logoUrl} alt="" className={classes.logo} />}
      <span className={classes.brandName}>{marca?.nombre ?? 'TMM CRM'}</span>
    </Link>
  );
}
