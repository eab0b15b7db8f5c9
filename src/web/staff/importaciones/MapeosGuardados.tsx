import { Button, Group, Menu, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBookmark, IconChevronDown, IconTrash } from '@tabler/icons-react';
import {
  deleteMapeo,
  type Importacion,
  listMapeos,
  type MapeoGuardado,
  saveMapeo,
} from '#contract/importaciones.ts';
import { useEndpoint, useMutate } from '../../api/queries.ts';
import { confirmAction } from '../../ui/confirm.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';

type Props = {
  importacion: Importacion;
  /** Saves what is on screen first: what is kept under a name is what the import has. */
  guardar: () => Promise<unknown>;
  usar: (mapeo: MapeoGuardado) => void;
};

/** Mappings kept for files alike: use one, keep this one, or forget one. */
export function MapeosGuardados({ importacion, guardar, usar }: Props) {
  const [abierto, { open, close }] = useDisclosure();
  const { data } = useEndpoint(listMapeos, { query: { tipo: importacion.tipo } });
  const eliminar = useMutate(deleteMapeo, { done: 'Mapeo eliminado.' });
  const guardados = data?.items ?? [];

  async function olvidar({ id, nombre }: MapeoGuardado) {
    const seguro = await confirmAction({
      title: 'Eliminar el mapeo guardado',
      body: `Se elimina «${nombre}». Lo ya importado con él no cambia.`,
      confirm: 'Eliminar',
      danger: true,
    });
    if (seguro) eliminar.mutate({ params: { id } });
  }

  return (
    <Group gap="xs">
      {guardados.length > 0 && (
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
              Usar uno guardado
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {guardados.map((mapeo) => (
              <Menu.Item key={mapeo.id} onClick={() => usar(mapeo)}>
                {mapeo.nombre}
              </Menu.Item>
            ))}
            <Menu.Divider />
            {guardados.map((mapeo) => (
              <Menu.Item
                key={mapeo.id}
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={() => void olvidar(mapeo)}
              >
                Eliminar «{mapeo.nombre}»
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Button variant="default" leftSection={<IconBookmark size={18} aria-hidden />} onClick={open}>
        Guardar para otros archivos
      </Button>
      <FormModal title="Guardar para otros archivos" opened={abierto} onClose={close}>
        <GuardarMapeo importacion={importacion} guardar={guardar} onDone={close} />
      </FormModal>
    </Group>
  );
}

type FormProps = Pick<Props, 'importacion' | 'guardar'> & { onDone: () => void };

function GuardarMapeo({ importacion, guardar, onDone }: FormProps) {
  const crear = useMutate(saveMapeo, { notifyError: false, done: 'Mapeo guardado.' });
  const form = useContractForm({
    schema: saveMapeo.body,
    initialValues: { nombre: '' },
    guard: false,
    send: async (body) => {
      await guardar();
      return crear.mutateAsync({ params: { id: importacion.id }, body });
    },
    onDone,
  });
  return (
    <FormFrame
      form={form}
      submitLabel="Guardar"
      cancel={
        <Button variant="subtle" onClick={onDone}>
          Cancelar
        </Button>
      }
    >
      <TextInput
        label="Nombre"
        description="Qué columna va a qué dato, con estas opciones. Si ya hay uno con este nombre, se reemplaza."
        placeholder="Planilla de inscritos"
        required
        data-autofocus
        {...form.field('nombre')}
      />
    </FormFrame>
  );
}
