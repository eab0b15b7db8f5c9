import { ActionIcon, Button, Menu, Stack, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { FiltroAudiencia } from '#contract/campanas.ts';
import classes from './audiencia.module.css';
import { type Condicion, condiciones, type Nombre } from './condiciones.tsx';

type Props = { value: FiltroAudiencia; onChange: (value: FiltroAudiencia) => void };

const has = (filtro: FiltroAudiencia, { campos }: Condicion) =>
  campos.some((campo) => filtro[campo] !== undefined);

/** The conditions that people must meet, each added when it is wanted; together they narrow. */
export function FiltroFields({ value, onChange }: Props) {
  // One just added says nothing yet, but stays in sight.
  const [opened, setOpened] = useState<Nombre[]>(() =>
    condiciones.filter((one) => has(value, one)).map(({ nombre }) => nombre),
  );
  const shown = [
    ...opened.flatMap((nombre) => condiciones.find((one) => one.nombre === nombre) ?? []),
    ...condiciones.filter((one) => !opened.includes(one.nombre) && has(value, one)),
  ];
  const rest = condiciones.filter((one) => !shown.includes(one));
  const added = useRef<Nombre>(undefined);
  const list = useRef<HTMLDivElement>(null);

  // Whoever added a condition goes on in it.
  useEffect(() => {
    const name = added.current;
    if (!name || !opened.includes(name)) return;
    added.current = undefined;
    const box = list.current?.querySelector(`[data-condition="${name}"]`);
    box?.querySelector<HTMLElement>('input, button')?.focus();
  }, [opened]);

  function add(nombre: Nombre) {
    added.current = nombre;
    setOpened([...shown.map((one) => one.nombre), nombre]);
  }

  function remove(condicion: Condicion) {
    setOpened(shown.map(({ nombre }) => nombre).filter((nombre) => nombre !== condicion.nombre));
    const cleared = condicion.campos.map((campo) => [campo, undefined]);
    onChange({ ...value, ...Object.fromEntries(cleared) });
  }

  return (
    <Stack gap="sm" ref={list}>
      <Text c={shown.length === 0 ? 'dimmed' : undefined}>
        {shown.length === 0
          ? 'Sin condiciones son todas: llega a quienes aceptaron recibir correos.'
          : 'Personas que cumplen todo esto:'}
      </Text>
      {shown.map((condicion) => (
        <fieldset
          key={condicion.nombre}
          className={classes.condition}
          data-condition={condicion.nombre}
          aria-label={condicion.titulo}
        >
          <condicion.Campos
            value={value}
            onChange={(changes) => onChange({ ...value, ...changes })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            className={classes.remove}
            aria-label={`Quitar condición: ${condicion.titulo}`}
            onClick={() => remove(condicion)}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </fieldset>
      ))}
      {rest.length > 0 && (
        <div>
          <Menu position="bottom-start" shadow="md" returnFocus={false}>
            <Menu.Target>
              <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />}>
                Agregar condición
              </Button>
            </Menu.Target>
            <Menu.Dropdown mah={380} style={{ overflowY: 'auto' }}>
              {rest.map(({ nombre, titulo, icono: Icono }) => (
                <Menu.Item
                  key={nombre}
                  leftSection={<Icono size={16} aria-hidden />}
                  onClick={() => add(nombre)}
                >
                  {titulo}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
    </Stack>
  );
}
