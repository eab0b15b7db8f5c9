import { Switch } from '@mantine/core';
import { type AjustesCorreo, updateAjustesCorreo } from '#contract/correo.ts';
import { useMutate } from '../../../api/queries.ts';
import { Panel } from '../../../ui/Panel.tsx';

export function Novedades({ correo }: { correo: AjustesCorreo }) {
  const guardar = useMutate(updateAjustesCorreo, { done: 'Ajustes guardados.' });
  return (
    <Panel title="Suscripción a novedades">
      <Switch
        label="Pedir que confirmen su correo"
        description="Quien se suscribe recibe un enlace y entra a la lista al confirmarlo. Así nadie suscribe a otra persona, y la lista tiene solo direcciones que existen."
        checked={correo.dobleConfirmacion}
        disabled={guardar.isPending}
        onChange={(event) =>
          guardar.mutate({
            body: { dobleConfirmacion: event.currentTarget.checked, version: correo.version },
          })
        }
      />
    </Panel>
  );
}
