import { useEffect } from 'react';
import { NovedadesForm } from './NovedadesForm.tsx';
import classes from './novedades.module.css';

/** The form alone, to stand inside a frame on another site. */
export function IncrustarPage() {
  useEffect(() => {
    document.body.dataset.embedded = '';
  }, []);
  return (
    <main className={classes.embedded}>
      <h1 className={classes.spoken}>Recibir novedades</h1>
      <NovedadesForm />
    </main>
  );
}
