import { useTitle } from '../shell/title.ts';
import { NovedadesForm } from './NovedadesForm.tsx';
import classes from './novedades.module.css';

export function NovedadesPage() {
  useTitle('Novedades');
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>Entérate primero</h1>
      <p className={classes.lead}>
        Te escribimos cuando publicamos talleres nuevos. Sin llenarte el correo, y te das de baja
        cuando quieras.
      </p>
      <NovedadesForm />
    </div>
  );
}
