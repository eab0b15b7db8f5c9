import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconBrandWhatsapp,
  IconCheck,
  IconDotsVertical,
  IconMail,
  IconMessagePlus,
  IconPencil,
  IconPhone,
} from '@tabler/icons-react';
import type { Interaccion } from '#contract/interacciones.ts';
import { mayHaveWhatsapp, nombreCompleto } from '../clientes/persona.ts';
import { useContacto } from './contacto.ts';
import classes from './interacciones.module.css';
import type { useHecho } from './useHecho.tsx';
import { useVias } from './useVias.ts';

type Props = { interaccion: Interaccion; hecho: ReturnType<typeof useHecho> };

/** Done at hand; the ways to do it in a menu, each of which offers to log it as done. */
export function SeguimientoAcciones({ interaccion, hecho }: Props) {
  const { cliente, puede } = interaccion;
  const abrir = useContacto();
  const { ofrecer, registrar, whatsapp } = useVias(cliente, { cumple: interaccion });
  const name = nombreCompleto(cliente);
  const { telefono, email } = cliente;
  return (
    <div className={classes.acts}>
      {puede.editar && (
        <Button
          size="xs"
          variant="light"
          leftSection={<IconCheck size={16} aria-hidden />}
          loading={hecho.pending === interaccion.id}
          onClick={() => hecho.hacer(interaccion)}
          aria-label={`Hecho: ${name}`}
        >
          Hecho
        </Button>
      )}
      {telefono && mayHaveWhatsapp(telefono) && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          onClick={whatsapp}
          aria-label={`WhatsApp a ${name}`}
        >
          <IconBrandWhatsapp size={20} aria-hidden />
        </ActionIcon>
      )}
      {(telefono || email || registrar || puede.editar) && (
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={`Más acciones para ${name}`}
            >
              <IconDotsVertical size={20} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {telefono && (
              <Menu.Item
                component="a"
                href={`tel:${telefono}`}
                leftSection={<IconPhone size={16} aria-hidden />}
                onClick={ofrecer('LLAMADA')}
              >
                Llamar
              </Menu.Item>
            )}
            {email && (
              <Menu.Item
                component="a"
                href={`mailto:${email}`}
                leftSection={<IconMail size={16} aria-hidden />}
                onClick={ofrecer('CORREO')}
              >
                Escribir un correo
              </Menu.Item>
            )}
            {registrar && (
              <Menu.Item
                leftSection={<IconMessagePlus size={16} aria-hidden />}
                onClick={registrar}
              >
                Registrar contacto
              </Menu.Item>
            )}
            {puede.editar && (
              <Menu.Item
                leftSection={<IconPencil size={16} aria-hidden />}
                onClick={() => abrir({ acto: 'CORREGIR', interaccion })}
              >
                Cambiar fecha o nota
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
