import { Button } from '@mantine/core';
import { useState } from 'react';
import { type PermisoCorreo, setBloqueo, setConsentimiento } from '#contract/supresiones.ts';
import { useMutate } from '../../api/queries.ts';
import { MotivoModal } from '../MotivoModal.tsx';
import classes from './permiso.module.css';

type Accion = 'ACEPTA' | 'RETIRA' | 'BLOQUEA' | 'DESBLOQUEA';
type Props = { clienteId: number; permiso: PermisoCorreo };

const words: Record<Accion, { button: string; title: string; label: string; text: string }> = {
  ACEPTA: {
    button: 'Registrar que acepta',
    title: 'Acepta recibir novedades',
    label: 'Cómo lo dijo',
    text: 'Anota cómo te lo dijo: es la prueba de que aceptó. Si se había dado de baja, esto no lo deshace.',
  },
  RETIRA: {
    button: 'Registrar que no quiere',
    title: 'No quiere recibir novedades',
    label: 'Cómo lo dijo',
    text: 'Queda dada de baja: no recibe más campañas, y lo que esté en cola se detiene ahora. Sí recibe lo de sus compras.',
  },
  BLOQUEA: {
    button: 'Bloquear sus datos',
    title: 'Bloquear el uso de sus datos',
    label: 'Motivo',
    text: 'Para quien pide que no se usen sus datos: no se le envía ningún correo, tampoco lo de sus compras, y lo que esté en cola se cancela ahora.',
  },
  DESBLOQUEA: {
    button: 'Quitar el bloqueo',
    title: 'Quitar el bloqueo',
    label: 'Motivo',
    text: 'Vuelve a recibir lo de sus compras y, si las había aceptado, las novedades. Lo que se canceló no se envía.',
  },
};

/** What staff writes down for a person, each with its proof or reason. */
export function PermisoAcciones({ clienteId, permiso }: Props) {
  const [accion, setAccion] = useState<Accion>();
  const close = () => setAccion(undefined);
  const consentir = useMutate(setConsentimiento, { notifyError: false, done: 'Registrado.' });
  const bloquear = useMutate(setBloqueo, { notifyError: false, done: 'Registrado.' });
  const params = { id: clienteId };
  const send = (motivo: string) =>
    accion === 'ACEPTA' || accion === 'RETIRA'
      ? consentir.mutateAsync({ params, body: { acepta: accion === 'ACEPTA', evidencia: motivo } })
      : bloquear.mutateAsync({ params, body: { bloqueado: accion === 'BLOQUEA', motivo } });
  const actions = accionesDe(permiso);
  if (actions.length === 0) return null;
  const shown = accion && words[accion];
  return (
    <div className={classes.actions}>
      {actions.map((one) => (
        <Button key={one} size="xs" variant="default" onClick={() => setAccion(one)}>
          {words[one].button}
        </Button>
      ))}
      <MotivoModal
        title={shown?.title ?? ''}
        label={shown?.label ?? ''}
        description="Queda guardado con tu nombre y la fecha."
        submit="Registrar"
        opened={shown !== undefined}
        onClose={close}
        send={send}
      >
        {shown?.text}
      </MotivoModal>
    </div>
  );
}

function accionesDe({ puede, bloqueadoEn, supresion, consentimientos }: PermisoCorreo): Accion[] {
  const agrees = consentimientos[0]?.accion === 'OTORGADO';
  const left = supresion !== null || consentimientos[0]?.accion === 'RETIRADO';
  return [
    ...(puede.consentir && !agrees ? (['ACEPTA'] as const) : []),
    ...(puede.consentir && !left ? (['RETIRA'] as const) : []),
    ...(puede.bloquear ? [bloqueadoEn ? ('DESBLOQUEA' as const) : ('BLOQUEA' as const)] : []),
  ];
}
