import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Cliente } from '#contract/clientes.ts';
import { getPermisoCorreo, type PermisoCorreo } from '#contract/supresiones.ts';
import { useEndpoint } from '../../api/queries.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { EstadoBadge } from '../../ui/EstadoBadge.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { Levantar } from '../emails/supresiones/Levantar.tsx';
import { ConsentimientoHistoria } from './ConsentimientoHistoria.tsx';
import { PermisoAcciones } from './PermisoAcciones.tsx';
import classes from './permiso.module.css';

/** Whether the person gets news by mail, why not, and what they ever said about it. */
export function PermisoPanel({ cliente }: { cliente: Cliente }) {
  const query = useEndpoint(getPermisoCorreo, { params: { id: cliente.id } });
  return (
    <Panel title="Novedades por correo">
      <QueryGate query={query}>
        {(permiso) => <PermisoView cliente={cliente} permiso={permiso} />}
      </QueryGate>
    </Panel>
  );
}

type Props = { cliente: Cliente; permiso: PermisoCorreo };

function PermisoView({ cliente, permiso }: Props) {
  const { suscrito, supresion, consentimientos, puede } = permiso;
  const [shown, { toggle }] = useDisclosure();
  return (
    <div className={classes.panel}>
      <EstadoBadge tone={permiso.bloqueadoEn ? 'bad' : suscrito ? 'ok' : 'off'}>
        {permiso.bloqueadoEn ? 'Bloqueado' : suscrito ? 'Las recibe' : 'No las recibe'}
      </EstadoBadge>
      <Text size="sm">
        <Porque cliente={cliente} permiso={permiso} />
      </Text>
      {puede.levantar && supresion && cliente.email && (
        <Levantar email={cliente.email} motivo={supresion.motivo} />
      )}
      <PermisoAcciones clienteId={cliente.id} permiso={permiso} />
      {consentimientos.length > 0 && (
        <Button variant="subtle" size="xs" onClick={toggle} aria-expanded={shown}>
          {shown ? 'Ocultar la historia' : 'Ver la historia y su prueba'}
        </Button>
      )}
      {shown && <ConsentimientoHistoria items={consentimientos} />}
    </div>
  );
}

/** The first thing that stands against it, or since when they agree. */
function Porque({ cliente, permiso }: Props) {
  const { bloqueadoEn, bloqueoMotivo, supresion, consentimientos } = permiso;
  const [last] = consentimientos;
  if (bloqueadoEn) {
    return (
      <>
        No se le escribe nada desde el <DateTime value={bloqueadoEn} as="fecha" />: {bloqueoMotivo}
      </>
    );
  }
  if (!cliente.email) return 'No tiene correo.';
  if (supresion) {
    const since = <DateTime value={supresion.creadoEn} as="fecha" />;
    const { motivo, detalle } = supresion;
    if (motivo === 'BAJA') return <>Se dio de baja el {since}. Sí recibe lo de sus compras.</>;
    if (motivo === 'REBOTE') {
      return <>Su correo rebota desde el {since}: no se le envía nada. Revisa la dirección.</>;
    }
    if (motivo === 'RECLAMO') {
      return <>Marcó un mensaje como no deseado el {since}: no se le envía nada.</>;
    }
    return (
      <>
        El equipo la puso en la lista de bajas el {since}: no se le envía nada.
        {detalle ? ` ${detalle}` : ''}
      </>
    );
  }
  if (!last) return 'No ha aceptado recibirlas.';
  const when = <DateTime value={last.creadoEn} as="fecha" />;
  return last.accion === 'OTORGADO' ? <>Aceptó el {when}.</> : <>Retiró su permiso el {when}.</>;
}
