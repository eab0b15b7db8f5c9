import type { Campana } from '#contract/campanas.ts';
import { EmptyState } from '../../../../ui/EmptyState.tsx';
import { ButtonLink } from '../../../../ui/link.tsx';
import { PageHeader } from '../../../../ui/PageHeader.tsx';
import { EstadoCampanaBadge } from '../EstadoCampanaBadge.tsx';

/** In place of the form of a campaign that is on its way or over. */
export function YaNoEsBorrador({ campana }: { campana: Campana }) {
  return (
    <>
      <PageHeader
        title={campana.nombre}
        badge={<EstadoCampanaBadge estado={campana.estado} />}
        back={{ to: '/app/emails/campanas', label: 'Volver a campañas' }}
      />
      <EmptyState
        title="Esta campaña ya no se puede editar"
        action={
          <ButtonLink to="/app/emails/campanas/$id" params={{ id: String(campana.id) }}>
            Ver la campaña
          </ButtonLink>
        }
      >
        {campana.estado === 'PROGRAMADA'
          ? 'Está programada. Para cambiarla, cancela antes su programación: vuelve a ser borrador.'
          : 'Lo que se envía queda como salió. Puedes copiarla y partir de ahí.'}
      </EmptyState>
    </>
  );
}
