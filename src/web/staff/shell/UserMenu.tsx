import {
  Avatar,
  type MantineColorScheme,
  Menu,
  Text,
  UnstyledButton,
  useMantineColorScheme,
} from '@mantine/core';
import { IconDevices, IconLock, IconLogout } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { signOut } from '#contract/auth.ts';
import { nombresRol } from '#contract/permisos.ts';
import { ApiError, call } from '../../api/client.ts';
import { notifyProblem } from '../../api/queries.ts';
import { MenuLink } from '../../ui/menuLink.tsx';
import { useYo } from '../session.ts';

const schemes: { value: MantineColorScheme; label: string }[] = [
  { value: 'light', label: 'Claro' },
  { value: 'dark', label: 'Oscuro' },
  { value: 'auto', label: 'Como el sistema' },
];

function initials(nombre: string): string {
  const words = nombre.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => word?.[0] ?? '')
    .join('')
    .toUpperCase();
}

export function UserMenu() {
  const yo = useYo();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const router = useRouter();
  const client = useQueryClient();

  /** Leaves first: a form that was not saved may ask to stay, and then nothing is closed. */
  async function leave() {
    await router.navigate({ to: '/app/entrar' });
    if (router.state.location.pathname !== '/app/entrar') return;
    try {
      await call(signOut, {});
      client.clear();
    } catch (error) {
      if (error instanceof ApiError && error.code !== 'SIN_SESION') notifyProblem(error);
    }
  }

  return (
    <Menu position="bottom-end" width={250} shadow="md">
      <Menu.Target>
        {/* The letters one sees are part of the name: voice control finds the button by them. */}
        <UnstyledButton aria-label={`${initials(yo.nombre)}, tu cuenta: ${yo.nombre}`}>
          <Avatar color="accent" radius="xl" size={44}>
            {initials(yo.nombre)}
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fw={600} c="var(--mantine-color-text)" truncate>
            {yo.nombre}
          </Text>
          <Text size="sm" c="dimmed" truncate>
            {yo.email}
          </Text>
          <Text size="sm" c="dimmed">
            {nombresRol[yo.rol]}
          </Text>
        </Menu.Label>
        <Menu.Divider />
        <MenuLink to="/app/ajustes/cuenta" leftSection={<IconLock size={18} aria-hidden />}>
          Cambiar contraseña
        </MenuLink>
        <MenuLink
          to="/app/ajustes/cuenta"
          hash="sesiones"
          leftSection={<IconDevices size={18} aria-hidden />}
        >
          Mis sesiones
        </MenuLink>
        <Menu.Divider />
        <Menu.Label>Apariencia</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => setColorScheme(value as MantineColorScheme)}
        >
          {schemes.map(({ value, label }) => (
            <Menu.RadioItem key={value} value={value}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={() => void leave()}>
          Salir
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
