import { Button, Stack, Text } from '@mantine/core';
import { changeClave, listSesiones, MIN_CLAVE, revokeSesion } from '#contract/auth.ts';
import { useEndpoint, useMutate } from '../../api/queries.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { EstadoBadge } from '../../ui/EstadoBadge.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { SecretInput } from '../../ui/form/SecretInput.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { useYo } from '../session.ts';
import classes from './ajustes.module.css';
import { deviceName } from './deviceName.ts';

export default function CuentaPage() {
  const yo = useYo();
  return (
    <div className={classes.narrow}>
      <PageHeader
        title="Mi cuenta"
        subtitle={
          <Text c="dimmed">
            {yo.nombre} · {yo.email}
          </Text>
        }
      />
      <Stack gap="md">
        <ClaveForm />
        <Sesiones />
      </Stack>
    </div>
  );
}

function ClaveForm() {
  const cambiar = useMutate(changeClave, {
    notifyError: false,
    done: 'Contraseña cambiada. Cerramos tus otras sesiones.',
  });
  const form = useContractForm({
    schema: changeClave.body,
    initialValues: { actual: '', nueva: '' },
    send: (body) => cambiar.mutateAsync({ body }),
    onDone: () => form.form.setValues({ actual: '', nueva: '' }),
    guard: false,
  });
  return (
    <Panel title="Cambiar contraseña">
      <FormFrame form={form} submitLabel="Cambiar contraseña">
        <SecretInput
          label="Contraseña actual"
          autoComplete="current-password"
          {...form.field('actual')}
        />
        <SecretInput
          label="Contraseña nueva"
          description={`Al menos ${MIN_CLAVE} caracteres. Al cambiarla se cierran tus otras sesiones.`}
          autoComplete="new-password"
          {...form.field('nueva')}
        />
      </FormFrame>
    </Panel>
  );
}

function Sesiones() {
  const sesiones = useEndpoint(listSesiones, {});
  const cerrar = useMutate(revokeSesion, { done: 'Sesión cerrada.' });
  return (
    <Panel title="Mis sesiones abiertas">
      <QueryGate query={sesiones} rows={2}>
        {({ items }) => (
          <ul className={classes.rows} id="sesiones">
            {items.map((sesion) => (
              <li key={sesion.id} className={classes.row}>
                <div className={classes.grow}>
                  <Text fw={600}>{deviceName(sesion.dispositivo)}</Text>
                  <Text size="sm" c="dimmed">
                    Desde el <DateTime value={sesion.creadaEn} />
                    {sesion.ip && ` · ${sesion.ip}`}
                  </Text>
                </div>
                {sesion.actual ? (
                  <EstadoBadge tone="ok">Esta sesión</EstadoBadge>
                ) : (
                  <Button
                    variant="default"
                    loading={cerrar.isPending && cerrar.variables.params.id === sesion.id}
                    onClick={() => cerrar.mutate({ params: { id: sesion.id } })}
                    aria-label={`Cerrar sesión de ${deviceName(sesion.dispositivo)}`}
                  >
                    Cerrar sesión
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </QueryGate>
    </Panel>
  );
}
