import { Group, Stack, Table, Text } from '@mantine/core';
import type { Inscripcion } from '#contract/ventas.ts';
import { AppLink } from '../../ui/link.tsx';
import { Money } from '../../ui/Money.tsx';
import { formatDeadline } from '../../ui/relative.ts';
import { nombreCompleto } from '../clientes/persona.ts';
import { EstadoPagoBadge } from '../estados.tsx';
import { Debe } from '../ventas/Debe.tsx';
import { InscripcionAcciones } from './InscripcionAcciones.tsx';
import type { OpenDialog } from './InscripcionDialogs.tsx';
import classes from './Inscritos.module.css';

type Props = { items: Inscripcion[]; onOpen: (dialog: OpenDialog) => void };

/** The enrolments as a table, for wide screens. */
export function InscritosTable({ items, onOpen }: Props) {
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table verticalSpacing="sm" aria-label="Inscritos">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Persona</Table.Th>
            <Table.Th scope="col" className={classes.numeric}>
              Cupos
            </Table.Th>
            <Table.Th scope="col">Estado</Table.Th>
            <Table.Th scope="col" className={classes.numeric}>
              Debe
            </Table.Th>
            <Table.Th scope="col">
              <span className={classes.hidden}>Acciones</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td>
                <Persona inscripcion={one} />
              </Table.Td>
              <Table.Td className={classes.numeric}>{one.cantidad}</Table.Td>
              <Table.Td>
                <Estado inscripcion={one} />
              </Table.Td>
              <Table.Td className={classes.numeric}>
                <Debe saldo={one.saldo} />
              </Table.Td>
              <Table.Td>
                <InscripcionAcciones inscripcion={one} onOpen={onOpen} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** The enrolments as cards, for phones and narrow windows. */
export function InscritosCards({ items, onOpen }: Props) {
  return (
    <ul className={classes.cards} aria-label="Inscritos">
      {items.map((one) => (
        <li key={one.id} className={classes.card}>
          <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
            <Persona inscripcion={one} />
            <Text size="sm" className="tabular" style={{ flexShrink: 0 }}>
              {one.cantidad === 1 ? '1 cupo' : `${one.cantidad} cupos`}
            </Text>
          </Group>
          <div className={classes.foot}>
            <Stack gap={4}>
              {one.saldo > 0 && (
                <Text fw={600}>
                  Debe <Money value={one.saldo} />
                </Text>
              )}
              <Estado inscripcion={one} />
            </Stack>
            <InscripcionAcciones inscripcion={one} onOpen={onOpen} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Persona({ inscripcion: { cliente, asistentes, cantidad } }: { inscripcion: Inscripcion }) {
  const names = asistentes.map((a) => nombreCompleto(a));
  const unnamed = cantidad - names.length;
  return (
    <Stack gap={2}>
      <AppLink to="/app/clientes/$id" params={{ id: String(cliente.id) }} fw={600} c="inherit">
        {nombreCompleto(cliente)}
      </AppLink>
      {cliente.empresa && (
        <Text size="sm" c="dimmed">
          {cliente.empresa}
        </Text>
      )}
      {names.length > 0 && (
        <Text size="sm" c="dimmed">
          {cantidad === 1 ? 'Asiste' : 'Asisten'} {names.join(', ')}
          {unnamed > 0 && ` y ${unnamed} sin nombre`}
        </Text>
      )}
    </Stack>
  );
}

function Estado({ inscripcion }: { inscripcion: Inscripcion }) {
  const { estado, venceEn, anuladaMotivo } = inscripcion;
  return (
    <Stack gap={2} align="flex-start">
      <EstadoPagoBadge estado={estado} />
      {estado === 'PENDIENTE' && venceEn && (
        <Text size="sm" c="dimmed">
          {formatDeadline(venceEn)}
        </Text>
      )}
      {estado === 'ANULADO' && anuladaMotivo && (
        <Text size="sm" c="dimmed">
          {anuladaMotivo}
        </Text>
      )}
    </Stack>
  );
}
