import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconKey } from '@tabler/icons-react';
import type { Cliente } from '#contract/clientes.ts';
import { EnlacePortalModal } from './EnlacePortalModal.tsx';

/** What is done with a person now and then. */
export function ClienteMenu({ cliente }: { cliente: Cliente }) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDots size={18} aria-hidden />}>
            Más
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={open}>
            Enlace para entrar a su portal
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <EnlacePortalModal cliente={cliente} opened={opened} onClose={close} />
    </>
  );
}
