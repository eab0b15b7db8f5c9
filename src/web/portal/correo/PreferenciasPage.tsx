import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTitle } from '../shell/title.ts';
import { CorreoGate } from './CorreoGate.tsx';
import { preferenciasQuery } from './correo.api.ts';
import classes from './correo.module.css';
import { PreferenciasForm } from './PreferenciasForm.tsx';
import { Title } from './Title.tsx';

const NO_NAME = 'Sin nombre';

/** Where one chooses what to hear about, by the link of a message and without signing in. */
export function PreferenciasPage() {
  const { token } = useParams({ from: '/site/correo/preferencias/$token' });
  useTitle('Tus preferencias de correo');
  const query = useQuery(preferenciasQuery(token));
  return (
    <CorreoGate query={query}>
      {(preferencias) => {
        const { nombres, email } = preferencias;
        const hello = nombres && nombres !== NO_NAME ? `Hola, ${nombres}. ` : '';
        return (
          <div className={classes.page}>
            <Title>Tus preferencias de correo</Title>
            <p className={classes.lead}>
              {hello}Elige qué enviamos a <strong>{email}</strong>.
            </p>
            <PreferenciasForm key={token} token={token} preferencias={preferencias} />
          </div>
        );
      }}
    </CorreoGate>
  );
}
