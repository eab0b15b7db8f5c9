import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTitle } from '../../shell/title.ts';
import type { EntrarSearch } from '../volver.ts';
import { ByClave } from './ByClave.tsx';
import { ByEnlace } from './ByEnlace.tsx';
import classes from './entrar.module.css';

/** The door of the portal: a link that the school sends, or a password. */
export function EntrarPage() {
  useTitle('Entrar a mi portal');
  const { volver, cerrada } = useSearch({ strict: false }) as EntrarSearch;
  const [email, setEmail] = useState('');
  const [byClave, setByClave] = useState(false);
  return (
    <div className={classes.page}>
      {cerrada && (
        <p role="status" className={classes.closed}>
          Tu cuenta está cerrada. Gracias por haber estado con nosotros.
        </p>
      )}
      <h1 className={classes.title}>Entra a tu portal</h1>
      <p className={classes.lead}>
        Tus talleres, tus cursos, tus pagos y tus reseñas, en un solo lugar.
      </p>
      {byClave ? (
        <ByClave email={email} onEmail={setEmail} volver={volver} />
      ) : (
        <ByEnlace email={email} onEmail={setEmail} />
      )}
      <button type="button" className={classes.other} onClick={() => setByClave(!byClave)}>
        {byClave ? 'No tengo contraseña, o la olvidé' : 'Entrar con mi contraseña'}
      </button>
    </div>
  );
}
