import { Group } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import type { Campana } from '#contract/campanas.ts';
import { ButtonLink } from '../../../../ui/link.tsx';
import { PageHeader } from '../../../../ui/PageHeader.tsx';
import { completa } from '../audiencia/borrador.ts';
import { CampanaMenu } from '../CampanaMenu.tsx';
import { EstadoCampanaBadge } from '../EstadoCampanaBadge.tsx';
import type { Borrador } from './borrador.ts';
import { Choque } from './Choque.tsx';
import classes from './escribir.module.css';
import { Guardado } from './Guardado.tsx';
import { PasoMensaje } from './PasoMensaje.tsx';
import { PasoPersonas } from './PasoPersonas.tsx';
import { PasoRevisar } from './PasoRevisar.tsx';
import { type Paso, PasosNav, pasos, usePaso } from './PasosNav.tsx';
import { type Escritura, useBorrador } from './useBorrador.ts';

/** Writing a campaign: three steps over one draft that saves itself. */
export function Escribir({ campana }: { campana: Campana }) {
  const escritura = useBorrador(campana);
  const { valores } = escritura;
  const paso = usePaso();
  useLeave(escritura);
  return (
    <>
      <PageHeader
        title={valores.nombre.trim() || 'Campaña sin nombre'}
        badge={<EstadoCampanaBadge estado="BORRADOR" />}
        back={{ to: '/app/emails/campanas', label: 'Volver a campañas' }}
        actions={
          <>
            <Guardado escritura={escritura} />
            <CampanaMenu campana={campana} />
          </>
        }
      />
      <Choque escritura={escritura} />
      <PasosNav
        id={campana.id}
        actual={paso}
        listos={{
          personas: completa(valores.audiencia) !== undefined,
          mensaje: tieneMensaje(valores),
          revisar: false,
        }}
      />
      {paso === 'personas' && <PasoPersonas escritura={escritura} />}
      {paso === 'mensaje' && <PasoMensaje escritura={escritura} />}
      {paso === 'revisar' && <PasoRevisar escritura={escritura} />}
      <Pie id={campana.id} paso={paso} />
    </>
  );
}

/** Whether there is something to send; what is wrong with it is said elsewhere. */
function tieneMensaje({ asunto, cuerpo }: Borrador): boolean {
  const says = /<img|\{\{/.test(cuerpo) || cuerpo.replace(/<[^>]*>|&nbsp;|\s/g, '') !== '';
  return asunto.trim() !== '' && says;
}

/** Leaving saves first; it asks only when something cannot be saved. */
function useLeave({ sucio, guardar }: Escritura) {
  useBlocker({
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname === next.pathname || !sucio()) return false;
      if (await guardar()) return false;
      const { confirmAction } = await import('../../../../ui/confirm.tsx');
      const leave = await confirmAction({
        title: '¿Salir sin guardar todo?',
        body: 'Hay cambios que no se pudieron guardar. Si sales ahora se perderán.',
        confirm: 'Salir sin guardar',
        cancel: 'Seguir editando',
        danger: true,
      });
      return !leave;
    },
    enableBeforeUnload: sucio,
  });
}

/** The way to the steps before and after. */
function Pie({ id, paso }: { id: number; paso: Paso }) {
  const at = pasos.findIndex((one) => one.paso === paso);
  const [before, after] = [pasos[at - 1], pasos[at + 1]];
  const to = '/app/emails/campanas/$id/editar' as const;
  const params = { id: String(id) };
  return (
    <Group className={classes.foot}>
      {before ? (
        <ButtonLink
          to={to}
          params={params}
          search={{ paso: before.paso }}
          replace
          variant="default"
        >
          {`Anterior: ${before.titulo}`}
        </ButtonLink>
      ) : (
        <span />
      )}
      {after && (
        <ButtonLink to={to} params={params} search={{ paso: after.paso }} replace>
          {`Siguiente: ${after.titulo}`}
        </ButtonLink>
      )}
    </Group>
  );
}
