import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { Campo } from '#contract/condicion.ts';
import { catalogo, secciones } from './catalogo.ts';

type Props = { onAdd: (campo: Campo) => void; disabled: boolean };

/** All that may be asked of a person. */
export function AgregarMenu({ onAdd, disabled }: Props) {
  return (
    <Menu position="bottom-start" shadow="md" width={290} returnFocus={false}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          disabled={disabled}
          data-agregar
        >
          Agregar condición
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={380} style={{ overflowY: 'auto' }}>
        {secciones.map(({ titulo, campos }) => (
          <Fragment key={titulo}>
            <Menu.Label>{titulo}</Menu.Label>
            {campos.map((campo) => {
              const { titulo: name, icono: Icono } = catalogo[campo];
              return (
                <Menu.Item
                  key={campo}
                  leftSection={<Icono size={16} aria-hidden />}
                  onClick={() => onAdd(campo)}
                >
                  {name}
                </Menu.Item>
              );
            })}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
