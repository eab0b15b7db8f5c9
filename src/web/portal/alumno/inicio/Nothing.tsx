import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ButtonLink } from '../../../ui/link.tsx';

/** Nothing to do today: for whoever never bought, and for whoever is up to date. */
export function Nothing({ known }: { known: boolean }) {
  return (
    <EmptyState
      title={known ? 'Estás al día' : 'Aquí van a estar tus talleres y cursos'}
      action={<ButtonLink to="/">Ver los próximos talleres</ButtonLink>}
    >
      {known
        ? 'No tienes talleres por venir, lecciones a medias ni pagos pendientes.'
        : 'Cuando te inscribas, verás la fecha y el lugar, cómo pagar y las lecciones de tus cursos.'}
    </EmptyState>
  );
}
