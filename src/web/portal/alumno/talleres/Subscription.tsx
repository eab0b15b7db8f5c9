import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { renewCalendario } from '#contract/portal.ts';
import { CopyText } from '../../../ui/CopyText.tsx';
import { write } from '../../endpoints.ts';
import { calendarioQuery } from '../alumno.api.ts';
import detailsClasses from '../details.module.css';
import { Failure } from '../Failure.tsx';
import { Gate } from '../Gate.tsx';
import classes from '../mi.module.css';
import { useSend } from '../useSend.ts';
import own from './talleres.module.css';

const renew = write<typeof renewCalendario>('POST', '/api/portal/calendario');

/** The address with which a calendar program follows all of one's workshops. */
export function Subscription() {
  const [open, setOpen] = useState(false);
  const query = useQuery({ ...calendarioQuery, enabled: open });
  return (
    <details
      className={detailsClasses.details}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>Ver mis talleres en el calendario de mi teléfono</summary>
      <div className={detailsClasses.inside}>
        <p>
          Con esta dirección tu calendario muestra todos tus talleres, y los corrige solo si cambia
          la fecha o el lugar.
        </p>
        <Gate query={query} rows={2}>
          {({ url }) => <Address url={url} />}
        </Gate>
      </div>
    </details>
  );
}

function Address({ url }: { url: string }) {
  return (
    <>
      <CopyText label="Dirección de tu calendario" text={url} />
      <ul className={detailsClasses.steps}>
        <li>
          iPhone o Mac:{' '}
          <a href={url.replace(/^https?:/, 'webcal:')} className={own.inline}>
            suscribirme con un toque
          </a>
          .
        </li>
        <li>
          Google Calendar (Android): desde un computador, en calendar.google.com, junto a «Otros
          calendarios» elige + y «Desde URL», y pega la dirección.
        </li>
        <li>Outlook: «Agregar calendario», «Suscribirse desde la web», y pega la dirección.</li>
      </ul>
      <Renew />
    </>
  );
}

function Renew() {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const cambiar = useSend(renew, (answer) => {
    client.setQueryData(calendarioQuery.queryKey, answer);
    setAsking(false);
  });
  return (
    <div>
      <p className={classes.dimmed}>
        Quien tenga esta dirección puede ver tus talleres: no la compartas.{' '}
        {!asking && (
          <button type="button" className={classes.textButton} onClick={() => setAsking(true)}>
            Cambiarla
          </button>
        )}
      </p>
      <div role="status">
        {cambiar.isSuccess && !asking && <p>Listo: la dirección anterior ya no sirve.</p>}
      </div>
      {asking && (
        <div className={own.ask}>
          <p>La dirección de ahora dejará de servir y tendrás que suscribirte de nuevo.</p>
          <div className={classes.foot}>
            <button type="button" className={own.plain} onClick={() => setAsking(false)}>
              Dejarla como está
            </button>
            <button
              type="button"
              className={own.button}
              disabled={cambiar.isPending}
              onClick={() => cambiar.mutate({})}
            >
              Cambiar la dirección
            </button>
          </div>
          <Failure error={cambiar.error} />
        </div>
      )}
    </div>
  );
}
