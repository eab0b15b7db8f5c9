import { Button } from '@mantine/core';
import { IconEdit, IconPlayerPause, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type Campana, cancelCampana, pauseCampana, resumeCampana } from '#contract/campanas.ts';
import { useMutate } from '../../../../api/queries.ts';
import { confirmAction } from '../../../../ui/confirm.tsx';
import { ButtonLink } from '../../../../ui/link.tsx';
import { CampanaMenu } from '../CampanaMenu.tsx';
import { cifra } from '../palabras.ts';

/** What may be done with a campaign now. */
export function Acciones({ campana }: { campana: Campana }) {
  const { puede, estado } = campana;
  const params = { id: campana.id };
  const navigate = useNavigate();
  const pausar = useMutate(pauseCampana, { done: 'En pausa: no sale ningún otro correo.' });
  const reanudar = useMutate(resumeCampana, { done: 'Sigue enviándose.' });
  const cancelar = useMutate(cancelCampana, {
    done: ({ estado: now }) =>
      now === 'BORRADOR' ? 'Ya no está programada: es un borrador otra vez.' : 'Campaña cancelada.',
    onSuccess: ({ id, puede: may }) => {
      if (may.editar)
        void navigate({ to: '/app/emails/campanas/$id/editar', params: { id: String(id) } });
    },
  });

  async function askAndCancel() {
    if (await confirmAction(cancelling(campana))) cancelar.mutate({ params });
  }

  return (
    <>
      {puede.editar && (
        <ButtonLink
          to="/app/emails/campanas/$id/editar"
          params={{ id: String(campana.id) }}
          leftSection={<IconEdit size={18} aria-hidden />}
        >
          Seguir editando
        </ButtonLink>
      )}
      {puede.pausar && (
        <Button
          variant="default"
          loading={pausar.isPending}
          leftSection={<IconPlayerPause size={18} aria-hidden />}
          onClick={() => pausar.mutate({ params })}
        >
          Pausar
        </Button>
      )}
      {puede.reanudar && estado === 'PAUSADA' && (
        <Button
          loading={reanudar.isPending}
          leftSection={<IconPlayerPlay size={18} aria-hidden />}
          onClick={() => reanudar.mutate({ params })}
        >
          Reanudar
        </Button>
      )}
      {puede.cancelar && (
        <Button
          variant="default"
          loading={cancelar.isPending}
          leftSection={<IconPlayerStop size={18} aria-hidden />}
          onClick={() => void askAndCancel()}
        >
          {estado === 'PROGRAMADA' ? 'Cancelar la programación' : 'Cancelar'}
        </Button>
      )}
      <CampanaMenu campana={campana} />
    </>
  );
}

function cancelling({ estado, nombre, progreso }: Campana) {
  if (estado === 'PROGRAMADA') {
    return {
      title: 'Cancelar la programación',
      body: `«${nombre}» no saldrá a esa hora. Vuelve a ser un borrador, con su mensaje y sus personas, y la puedes cambiar.`,
      confirm: 'Cancelar la programación',
    };
  }
  const { enCola, enviados } = progreso;
  const left =
    enCola === 1
      ? 'El correo que falta no saldrá.'
      : `Lo que aún no sale, ${cifra(enCola)} correos en este momento, no saldrá.`;
  const gone =
    enviados === 0
      ? ''
      : enviados === 1
        ? ' El que ya salió no se puede traer de vuelta.'
        : ` Los ${cifra(enviados)} que ya salieron no se pueden traer de vuelta.`;
  return {
    title: 'Cancelar la campaña',
    body: `${left}${gone} Una campaña cancelada no se reanuda; para escribir a quienes faltaron se copia.`,
    confirm: 'Cancelar la campaña',
    danger: true,
  };
}
