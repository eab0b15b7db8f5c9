import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core';
import {
  IconDots,
  IconKey,
  IconLogout,
  IconPencil,
  IconPlus,
  IconUserCheck,
  IconUserOff,
} from '@tabler/icons-react';
import { useState } from 'react';
import {
  listUsuarios,
  revokeSesionesDeUsuario,
  type Usuario,
  updateUsuario,
} from '#contract/auth.ts';
import { nombresRol } from '#contract/permisos.ts';
import { useEndpoint, useMutate } from '../../api/queries.ts';
import { confirmAction } from '../../ui/confirm.tsx';
import { EstadoBadge } from '../../ui/EstadoBadge.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import classes from './ajustes.module.css';
import { rolesExplicados } from './roles.ts';
import { ClaveUsuarioForm, EditarUsuarioForm, NuevoUsuarioForm } from './UsuarioForms.tsx';

type Open = { kind: 'nuevo' } | { kind: 'editar' | 'clave'; usuario: Usuario };

const titles = {
  nuevo: 'Nuevo usuario',
  editar: 'Editar usuario',
  clave: 'Cambiar contraseña',
} as const;

export default function EquipoPage() {
  const usuarios = useEndpoint(listUsuarios, {});
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <div className={classes.narrow}>
      <PageHeader
        title="Equipo"
        back={{ to: '/app/ajustes', label: 'Volver a ajustes' }}
        actions={
          <Button
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setOpen({ kind: 'nuevo' })}
          >
            Nuevo usuario
          </Button>
        }
      />
      <QueryGate query={usuarios}>
        {({ items }) => (
          <ul className={classes.rows}>
            {items.map((usuario) => (
              <UsuarioRow
                key={usuario.id}
                usuario={usuario}
                onOpen={(kind) => setOpen({ kind, usuario })}
              />
            ))}
          </ul>
        )}
      </QueryGate>
      <FormModal title={open ? titles[open.kind] : ''} opened={open !== undefined} onClose={close}>
        {open?.kind === 'nuevo' && <NuevoUsuarioForm onDone={close} />}
        {open?.kind === 'editar' && <EditarUsuarioForm usuario={open.usuario} onDone={close} />}
        {open?.kind === 'clave' && <ClaveUsuarioForm usuario={open.usuario} onDone={close} />}
      </FormModal>
    </div>
  );
}

type RowProps = { usuario: Usuario; onOpen: (kind: 'editar' | 'clave') => void };

function UsuarioRow({ usuario, onOpen }: RowProps) {
  const { nombre, sesiones } = usuario;
  return (
    <li className={`${classes.row} ${classes.tight}`}>
      <div className={classes.grow}>
        <Group gap="xs">
          <Text fw={600}>{nombre}</Text>
          <EstadoBadge tone={usuario.activo ? 'ok' : 'off'}>
            {usuario.activo ? 'Activo' : 'Desactivado'}
          </EstadoBadge>
        </Group>
        <Text size="sm" c="dimmed">
          {usuario.email}
        </Text>
        <Text size="sm">
          <strong>{nombresRol[usuario.rol]}.</strong> {rolesExplicados[usuario.rol]}
        </Text>
        {usuario.activo && (
          <Text size="sm" c="dimmed">
            {sesiones === 0
              ? 'Sin sesiones abiertas'
              : `${sesiones} ${sesiones === 1 ? 'sesión abierta' : 'sesiones abiertas'}`}
          </Text>
        )}
      </div>
      {usuario.puede.editar && <UsuarioMenu usuario={usuario} onOpen={onOpen} />}
    </li>
  );
}

function UsuarioMenu({ usuario, onOpen }: RowProps) {
  const { id, nombre, activo } = usuario;
  const cambiar = useMutate(updateUsuario, {
    done: activo ? `${nombre} ya no puede entrar.` : `${nombre} puede entrar de nuevo.`,
  });
  const cerrar = useMutate(revokeSesionesDeUsuario, { done: `Sesiones de ${nombre} cerradas.` });

  async function toggle() {
    const yes =
      !activo ||
      (await confirmAction({
        title: `¿Desactivar a ${nombre}?`,
        body: 'Se cierran sus sesiones y no podrá entrar. Lo que hizo queda registrado. Puedes activarle de nuevo cuando quieras.',
        confirm: 'Desactivar',
        danger: true,
      }));
    if (yes) cambiar.mutate({ params: { id }, body: { activo: !activo } });
  }

  async function closeSessions() {
    const yes = await confirmAction({
      title: `¿Cerrar las sesiones de ${nombre}?`,
      body: 'Tendrá que entrar de nuevo con su contraseña en todos sus dispositivos.',
      confirm: 'Cerrar sesiones',
    });
    if (yes) cerrar.mutate({ params: { id } });
  }

  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`Acciones para ${nombre}`}
          loading={cambiar.isPending || cerrar.isPending}
        >
          <IconDots size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPencil size={18} aria-hidden />}
          onClick={() => onOpen('editar')}
        >
          Editar nombre y rol
        </Menu.Item>
        <Menu.Item leftSection={<IconKey size={18} aria-hidden />} onClick={() => onOpen('clave')}>
          Cambiar contraseña
        </Menu.Item>
        {usuario.sesiones > 0 && (
          <Menu.Item
            leftSection={<IconLogout size={18} aria-hidden />}
            onClick={() => void closeSessions()}
          >
            Cerrar sus sesiones
          </Menu.Item>
        )}
        {(usuario.puede.desactivar || !activo) && (
          <Menu.Item
            leftSection={
              activo ? (
                <IconUserOff size={18} aria-hidden />
              ) : (
                <IconUserCheck size={18} aria-hidden />
              )
            }
            onClick={() => void toggle()}
          >
            {activo ? 'Desactivar' : 'Activar'}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
