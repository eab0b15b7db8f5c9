import { Link } from '@tanstack/react-router';
import { useMarca } from '../session.ts';
import classes from './shell.module.css';

export function Brand() {
  const marca = useMarca();
  return (
    <Link to="/app" className={classes.brand}>
      {marca?.logoUrl && <img src={marca.logoUrl} alt="" className={classes.logo} />}
      <span className={classes.brandName}>{marca?.nombre ?? 'TMM CRM'}</span>
    </Link>
  );
}
