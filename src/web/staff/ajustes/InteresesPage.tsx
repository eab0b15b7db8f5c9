import { ActionIcon, Button, Group, Text, Textarea, TextInput } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import {
  createInteres,
  deleteInteres,
  type Interes,
  listIntereses,
  updateInteres,
} from '#contract/intereses.ts';
import { useEndpoint, useMutate } from '../../api/queries.ts';
import { confirmAction } from '../../ui/confirm.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { ColorInput } from '../../ui/form/ColorInput.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import classes from './ajustes.module.css';

export default function InteresesPage() {
  const intereses = useEndpoint(listIntereses, {});
  // The one being edited, or `true` for a new one.
  const [editing, setEditing] = useState<Interes | true>();
  const nuevo = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEditing(true)}>
      Nuevo interés
    </Button>
  );
  return (
    <div className={classes.narrow}>
      <PageHeader
        title="Intereses"
        back={{ to: '/app/ajustes', label: 'Volver a ajustes' }}
        actions={nuevo}
      />
      <QueryGate query={intereses}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="Aún no hay intereses">
              Son las categorías con que agrupas a tus clientes y talleres: cerámica, huerto,
              fotografía…
            </EmptyState>
          ) : (
            <ul className={classes.rows}>
              {items.map((interes) => (
                <InteresRow key={interes.id} interes={interes} onEdit={() => setEditing(interes)} />
              ))}
            </ul>
          )
        }
      </QueryGate>
      <FormModal
        title={editing === true ? 'Nuevo interés' : 'Editar interés'}
        opened={editing !== undefined}
        onClose={() => setEditing(undefined)}
      >
        {editing === true ? (
          <NuevoForm onDone={() => setEditing(undefined)} />
        ) : (
          editing && <EditarForm interes={editing} onDone={() => setEditing(undefined)} />
        )}
      </FormModal>
    </div>
  );
}

const several = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

function InteresRow({ interes, onEdit }: { interes: Interes; onEdit: () => void }) {
  const borrar = useMutate(deleteInteres, { done: `Interés «${interes.nombre}» borrado.` });

  async function ask() {
    const yes = await confirmAction({
      title: `¿Borrar «${interes.nombre}»?`,
      body: 'Nadie ni nada lo usa. No se puede deshacer.',
      confirm: 'Borrar interés',
      danger: true,
    });
    if (yes) borrar.mutate({ params: { id: interes.id } });
  }

  const { clientes, talleres, cursos, productos } = interes;
  const used = clientes + talleres + cursos + productos > 0;
  return (
    <li className={`${classes.row} ${classes.tight}`}>
      <div className={classes.grow}>
        <Text fw={600}>
          <span className={classes.swatch} style={{ background: interes.color }} aria-hidden />
          {interes.nombre}
        </Text>
        <Text size="sm" c="dimmed">
          {several(clientes, 'cliente', 'clientes')} · {several(talleres, 'taller', 'talleres')}
          {cursos > 0 && ` · ${several(cursos, 'curso', 'cursos')}`}
          {productos > 0 && ` · ${several(productos, 'producto', 'productos')}`}
          {interes.descripcion && ` · ${interes.descripcion}`}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`Editar ${interes.nombre}`}
          onClick={onEdit}
        >
          <IconPencil size={20} aria-hidden />
        </ActionIcon>
        {!used && (
          <ActionIcon
            variant="subtle"
            color="red"
            size="lg"
            aria-label={`Borrar ${interes.nombre}`}
            loading={borrar.isPending}
            onClick={() => void ask()}
          >
            <IconTrash size={20} aria-hidden />
          </ActionIcon>
        )}
      </Group>
    </li>
  );
}

function NuevoForm({ onDone }: { onDone: () => void }) {
  const crear = useMutate(createInteres, { notifyError: false, done: 'Interés creado.' });
  const form = useContractForm({
    schema: createInteres.body,
    initialValues: { nombre: '', color: '#2f6f5e', descripcion: '' },
    send: (body) => crear.mutateAsync({ body }),
    onDone,
    guard: false,
  });
  return (
    <FormFrame form={form} submitLabel="Crear interés">
      <Campos field={form.field} />
    </FormFrame>
  );
}

function EditarForm({ interes, onDone }: { interes: Interes; onDone: () => void }) {
  const guardar = useMutate(updateInteres, { notifyError: false, done: 'Interés guardado.' });
  const { id, nombre, color, descripcion, version } = interes;
  const form = useContractForm({
    schema: updateInteres.body,
    initialValues: { nombre, color, descripcion: descripcion ?? '', version },
    send: (body) => guardar.mutateAsync({ params: { id }, body }),
    onDone,
    guard: false,
  });
  return (
    <FormFrame form={form}>
      <Campos field={form.field} />
    </FormFrame>
  );
}

type CamposProps = { field: (path: 'nombre' | 'color' | 'descripcion') => object };

function Campos({ field }: CamposProps) {
  return (
    <>
      <TextInput label="Nombre" required data-autofocus {...field('nombre')} />
      <ColorInput label="Color" required {...field('color')} />
      <Textarea label="Descripción" autosize minRows={2} {...field('descripcion')} />
    </>
  );
}
