import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconKey, IconUsers } from '@tabler/icons-react';
import type { Cliente } from '#contract/clientes.ts';
import { MenuLink } from '../../ui/menuLink.tsx';
import { usePuede } from '../session.ts';
import { EnlacePortalModal } from './EnlacePortalModal.tsx';

/** What is done with a person now and then. */
export function ClienteMenu({ cliente }: { cliente: Cliente }) {
  const [opened, { open, close }] = useDisclosure();
  const puede = usePuede();
  if (!puede('avisos:enviar') && !puede('clientes:fusionar')) return null;
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDots size={18} aria-hidden />}>
            Más
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {puede('avisos:enviar') && (
            <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={open}>
              Enlace para entrar a su portal
            </Menu.Item>
          )}
          {puede('clientes:fusionar') && (
            <MenuLink
              leftSection={<IconUsers size={16} aria-hidden />}
              to="/app/duplicados"
              search={{ cliente: String(cliente.id) }}
            >
              Buscar duplicados
            </MenuLink>
          )}
        </Menu.Dropdown>
      </Menu>
      <EnlacePortalModal cliente={cliente} opened={opened} onClose={close} />
    </>
  );
}
