import { Radio, Stack, TextInput } from '@mantine/core';
import { createUsuario, MIN_CLAVE, type Usuario, updateUsuario } from '#contract/auth.ts';
import { nombresRol, roles } from '#contract/permisos.ts';
import { useMutate } from '../../api/queries.ts';
import { EmailInput } from '../../ui/form/EmailInput.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { SecretInput } from '../../ui/form/SecretInput.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { rolesExplicados } from './roles.ts';

const passwordHint = `Al menos ${MIN_CLAVE} caracteres. Entrégasela en persona o por un medio seguro; puede cambiarla al entrar.`;

function RolField(props: object) {
  return (
    <Radio.Group label="Rol" required {...props}>
      <Stack gap="xs" mt="xs">
        {roles.map((rol) => (
          <Radio key={rol} value={rol} label={nombresRol[rol]} description={rolesExplicados[rol]} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

export function NuevoUsuarioForm({ onDone }: { onDone: () => void }) {
  const crear = useMutate(createUsuario, {
    notifyError: false,
    done: ({ nombre }) => `${nombre} ya puede entrar.`,
  });
  const form = useContractForm({
    schema: createUsuario.body,
    initialValues: { nombre: '', email: '', rol: 'VENTAS', clave: '' },
    send: (body) => crear.mutateAsync({ body }),
    onDone,
    guard: false,
  });
  return (
    <FormFrame form={form} submitLabel="Crear usuario">
      <TextInput label="Nombre" required data-autofocus {...form.field('nombre')} />
      <EmailInput label="Correo" required {...form.field('email')} />
      <RolField {...form.field('rol')} />
      <SecretInput
        label="Contraseña para empezar"
        description={passwordHint}
        required
        autoComplete="new-password"
        {...form.field('clave')}
      />
    </FormFrame>
  );
}

type EditProps = { usuario: Usuario; onDone: () => void };

export function EditarUsuarioForm({ usuario, onDone }: EditProps) {
  const guardar = useMutate(updateUsuario, { notifyError: false, done: 'Usuario guardado.' });
  const form = useContractForm({
    schema: updateUsuario.body,
    initialValues: { nombre: usuario.nombre, rol: usuario.rol },
    send: (body) => guardar.mutateAsync({ params: { id: usuario.id }, body }),
    onDone,
    guard: false,
  });
  return (
    <FormFrame form={form}>
      <TextInput label="Nombre" required data-autofocus {...form.field('nombre')} />
      <RolField {...form.field('rol')} />
    </FormFrame>
  );
}

export function ClaveUsuarioForm({ usuario, onDone }: EditProps) {
  const guardar = useMutate(updateUsuario, {
    notifyError: false,
    done: `Contraseña de ${usuario.nombre} cambiada.`,
  });
  const form = useContractForm({
    schema: updateUsuario.body.required({ clave: true }),
    initialValues: { clave: '' },
    send: (body) => guardar.mutateAsync({ params: { id: usuario.id }, body }),
    onDone,
    guard: false,
  });
  return (
    <FormFrame form={form} submitLabel="Cambiar contraseña">
      <SecretInput
        label={`Contraseña nueva de ${usuario.nombre}`}
        description={passwordHint}
        required
        data-autofocus
        autoComplete="new-password"
        {...form.field('clave')}
      />
    </FormFrame>
  );
}
