import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import {
  deleteTextoWhatsapp,
  listTextosWhatsapp,
  type TextoWhatsapp,
} from '#contract/interacciones.ts';
import { useEndpoint, useMutate } from '../../api/queries.ts';
import { confirmAction } from '../../ui/confirm.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import classes from './ajustes.module.css';
import { EditarTexto, NuevoTexto } from './TextoForms.tsx';
import { TextoVista } from './TextoVista.tsx';

export default function TextosPage() {
  const textos = useEndpoint(listTextosWhatsapp, { query: {} });
  // The one being edited, or `true` for a new one.
  const [editing, setEditing] = useState<TextoWhatsapp | true>();
  const close = () => setEditing(undefined);
  return (
    <div className={classes.narrow}>
      <PageHeader
        title="Textos de WhatsApp"
        subtitle={<Text c="dimmed">Lo que más escribes, listo para mandar con un toque.</Text>}
        back={{ to: '/app/ajustes', label: 'Volver a ajustes' }}
        actions={
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEditing(true)}>
            Nuevo texto
          </Button>
        }
      />
      <QueryGate query={textos}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="Aún no hay textos">
              Guarda aquí lo que más escribes: un saludo, recordar un pago, avisar de nuevas fechas.
            </EmptyState>
          ) : (
            <ul className={classes.rows}>
              {items.map((texto) => (
                <TextoRow key={texto.id} texto={texto} onEdit={() => setEditing(texto)} />
              ))}
            </ul>
          )
        }
      </QueryGate>
      <FormModal
        title={editing === true ? 'Nuevo texto' : 'Editar texto'}
        opened={editing !== undefined}
        onClose={close}
        size={520}
      >
        {editing === true ? (
          <NuevoTexto onDone={close} />
        ) : (
          editing && <EditarTexto texto={editing} onDone={close} />
        )}
      </FormModal>
    </div>
  );
}

function TextoRow({ texto, onEdit }: { texto: TextoWhatsapp; onEdit: () => void }) {
  const { id, nombre } = texto;
  const borrar = useMutate(deleteTextoWhatsapp, { done: `Texto «${nombre}» borrado.` });

  async function ask() {
    const yes = await confirmAction({
      title: `¿Borrar «${nombre}»?`,
      body: 'Ya no aparecerá al escribir por WhatsApp. Lo que se registró con él queda como está.',
      confirm: 'Borrar texto',
      danger: true,
    });
    if (yes) borrar.mutate({ params: { id } });
  }

  return (
    <li className={`${classes.row} ${classes.tight}`}>
      <div className={classes.grow}>
        <Text fw={600}>{nombre}</Text>
        <TextoVista texto={texto.texto} />
      </div>
      <Group gap="xs" wrap="nowrap">
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`Editar ${nombre}`}
          onClick={onEdit}
        >
          <IconPencil size={20} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="red"
          size="lg"
          aria-label={`Borrar ${nombre}`}
          loading={borrar.isPending}
          onClick={() => void ask()}
        >
          <IconTrash size={20} aria-hidden />
        </ActionIcon>
      </Group>
    </li>
  );
}
