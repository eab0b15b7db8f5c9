import { Button } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { formatMomento } from '#contract/horario.ts';
import { formatPesos } from '#contract/money.ts';
import type { MiTaller } from '#contract/portal.ts';
import { ButtonLink } from '../../../ui/link.tsx';
import { miTallerQuery } from '../alumno.api.ts';
import { Gate } from '../Gate.tsx';
import classes from '../mi.module.css';
import { Page } from '../Page.tsx';
import { MiTallerFacts } from './MiTallerFacts.tsx';
import { Seats } from './Seats.tsx';
import { isExpired, TallerBadge } from './TallerBadge.tsx';

const back = { to: '/mi/talleres', label: 'Mis talleres' } as const;

export function MiTallerPage() {
  const { id } = useParams({ from: '/alumno/mi/talleres/$id' });
  return (
    <Gate query={useQuery(miTallerQuery(id))} missing="No encontramos este taller">
      {(taller) => (
        <Page title={taller.titulo} back={back}>
          <Detail taller={taller} />
        </Page>
      )}
    </Gate>
  );
}

function Detail({ taller }: { taller: MiTaller }) {
  const ahead = !taller.anulado && !taller.terminado;
  return (
    <>
      <div>
        <TallerBadge taller={taller} />
      </div>
      {taller.anulado && (
        <p className={classes.dimmed}>
          Esta inscripción está anulada. Si crees que es un error, escríbenos con tu referencia{' '}
          {taller.codigo}.
        </p>
      )}
      {ahead && taller.saldo > 0 && !isExpired(taller) && <Debt taller={taller} />}
      <MiTallerFacts taller={taller} />
      {ahead && (
        <div>
          <Button
            component="a"
            href={`/api/portal/talleres/${taller.inscripcionId}/calendario`}
            download
            variant="default"
            leftSection={<IconCalendarPlus size={18} aria-hidden />}
          >
            Agregar a mi calendario
          </Button>
        </div>
      )}
      {ahead && <Seats taller={taller} />}
      {!taller.anulado && taller.terminado && (
        <div>
          <ButtonLink to="/mi/resenas" variant="default">
            Ir a mis reseñas
          </ButtonLink>
        </div>
      )}
    </>
  );
}

function Debt({ taller: { saldo, venceEn, zona, codigo } }: { taller: MiTaller }) {
  return (
    <section className={classes.notice} data-tone="warn" data-bare aria-label="Por pagar">
      <div>
        <h2 className={classes.noticeTitle}>Te falta pagar {formatPesos(saldo)}</h2>
        {venceEn && (
          <p>
            Paga antes del {formatMomento(venceEn, zona, new Date().toISOString())} para no perder
            tu reserva.
          </p>
        )}
        <ButtonLink to="/reservas/$codigo" params={{ codigo }} variant="default">
          Cómo pagar
        </ButtonLink>
      </div>
    </section>
  );
}
