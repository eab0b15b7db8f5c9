import { Combobox, Text, useCombobox } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Variable } from '#contract/plantillas.ts';
import classes from './editor.module.css';
import { byGroup, matching } from './variables.ts';

type Props = {
  variables: readonly Variable[];
  /** Gets the name of the chosen one: `cliente.nombres`. */
  onPick: (nombre: string) => void;
  /** The button that opens it, with these props. */
  children: (button: { onClick: () => void; 'aria-expanded': boolean }) => ReactNode;
};

/** The variables by group, each with what it is and an example; found by typing. */
export function VariableMenu({ variables, onPick, children }: Props) {
  const [typed, setTyped] = useState('');
  const menu = useCombobox({
    onDropdownOpen: () => menu.focusSearchInput(),
    onDropdownClose: (source) => {
      menu.resetSelectedOption();
      setTyped('');
      if (source === 'keyboard') menu.focusTarget();
    },
  });
  const groups = menu.dropdownOpened ? byGroup(matching(variables, typed)) : [];
  return (
    <Combobox
      store={menu}
      width={340}
      position="bottom-end"
      shadow="md"
      onOptionSubmit={(nombre) => {
        menu.closeDropdown();
        onPick(nombre);
      }}
    >
      <Combobox.Target targetType="button">
        {children({
          onClick: () => menu.toggleDropdown(),
          'aria-expanded': menu.dropdownOpened,
        })}
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          aria-label="Buscar una variable"
          placeholder="Buscar: nombre, fecha, precio…"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            menu.selectFirstOption();
          }}
        />
        <Combobox.Options aria-label="Variables" tabIndex={0} className={classes.variables}>
          {menu.dropdownOpened && groups.length === 0 && (
            <Combobox.Empty>Ninguna coincide</Combobox.Empty>
          )}
          {groups.map(([grupo, items]) => (
            <Combobox.Group key={grupo} label={grupo}>
              {items.map(({ nombre, descripcion, ejemplo }) => (
                <Combobox.Option key={nombre} value={nombre}>
                  <Text size="sm" fw={550}>
                    {descripcion}
                  </Text>
                  <Text size="xs" c="dimmed" className={classes.ejemplo}>
                    <code>{nombre}</code> · {ejemplo}
                  </Text>
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
