import { Button, Menu, Modal, Textarea } from '@mantine/core';
import { IconCopy, IconSend, IconTag, IconTagOff } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { type ClienteItem, tagClientes } from '#contract/clientes.ts';
import { assignClientes } from '#contract/interacciones.ts';
import type { Interes } from '#contract/intereses.ts';
import { notifyDone, useMutate } from '../../api/queries.ts';
import { ButtonLink } from '../../ui/link.tsx';
import { ExportButton } from '../../ui/list/ExportButton.tsx';
import { AsignarMenu } from '../interacciones/AsignarMenu.tsx';
import { usePuede } from '../session.ts';
import { useExportar } from '../useExportar.ts';

type Props = { ids: number[]; selected: ClienteItem[]; intereses: Interes[] };

/** What may be done with several clientes at once. */
export function ClientesBulk({ ids, selected, intereses }: Props) {
  const puede = usePuede();
  return (
    <>
      {puede('clientes:escribir') && intereses.length > 0 && (
        <>
          <TagMenu accion="AGREGAR" ids={ids} intereses={intereses}>
            <IconTag size={18} aria-hidden />
          </TagMenu>
          <TagMenu accion="QUITAR" ids={ids} intereses={intereses}>
            <IconTagOff size={18} aria-hidden />
          </TagMenu>
        </>
      )}
      {puede('clientes:escribir') && <Asignar ids={ids} />}
      {puede('emails:escribir') && (
        <ButtonLink
          to="/app/emails/campanas/nueva"
          state={{ audiencia: { modo: 'CLIENTES', clientes: ids } }}
          variant="default"
          leftSection={<IconSend size={18} aria-hidden />}
        >
          Enviar campaña
        </ButtonLink>
      )}
      <CopyEmails selected={selected} />
      <Descargar ids={ids} />
    </>
  );
}

/** As many as an address can name. */
const MAX_IDS = 100;

function Descargar({ ids }: { ids: number[] }) {
  const exportar = useExportar('exportClientes');
  if (!exportar || ids.length > MAX_IDS) return null;
  return <ExportButton load={exportar} query={{ ids }} rows={people(ids.length)} up />;
}

const words = {
  AGREGAR: { title: 'Agregar interés', done: 'Interés agregado a', none: 'Ya tenían ese interés.' },
  QUITAR: { title: 'Quitar interés', done: 'Interés quitado a', none: 'No tenían ese interés.' },
} as const;

const people = (n: number) => (n === 1 ? '1 cliente' : `${n} clientes`);

type TagProps = {
  accion: keyof typeof words;
  ids: number[];
  intereses: Interes[];
  children: ReactNode;
};

function TagMenu({ accion, ids, intereses, children }: TagProps) {
  const { title, done, none } = words[accion];
  const tag = useMutate(tagClientes, {
    done: ({ cambiados }) => (cambiados > 0 ? `${done} ${people(cambiados)}.` : none),
  });
  return (
    <Menu position="top-start" shadow="md">
      <Menu.Target>
        <Button variant="default" leftSection={children} loading={tag.isPending}>
          {title}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {intereses.map(({ id, nombre }) => (
          <Menu.Item
            key={id}
            onClick={() => tag.mutate({ body: { clientes: ids, interesId: id, accion } })}
          >
            {nombre}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Asignar({ ids }: { ids: number[] }) {
  const asignar = useMutate(assignClientes, {
    done: ({ cambiados }) =>
      cambiados > 0 ? `Responsable cambiado a ${people(cambiados)}.` : 'Ya estaban así.',
  });
  return (
    <AsignarMenu
      loading={asignar.isPending}
      nobody="Sin responsable"
      onPick={(responsableId) => asignar.mutate({ body: { clientes: ids, responsableId } })}
    />
  );
}

function CopyEmails({ selected }: { selected: ClienteItem[] }) {
  const [byHand, setByHand] = useState<string>();
  const emails = selected.flatMap(({ email }) => email ?? []);
  const without = selected.length - emails.length;

  async function copy() {
    const text = emails.join(', ');
    try {
      await navigator.clipboard.writeText(text);
      const count =
        emails.length === 1 ? '1 correo copiado.' : `${emails.length} correos copiados.`;
      notifyDone(without > 0 ? `${count} Sin correo: ${people(without)}.` : count);
    } catch {
      // Browsers refuse where the page came over plain HTTP, or when told to.
      setByHand(text);
    }
  }

  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCopy size={18} aria-hidden />}
        disabled={emails.length === 0}
        onClick={() => void copy()}
      >
        Copiar correos
      </Button>
      <Modal
        opened={byHand !== undefined}
        onClose={() => setByHand(undefined)}
        title="Copia los correos"
      >
        <Textarea
          data-autofocus
          label="Selecciona el texto y cópialo"
          readOnly
          autosize
          maxRows={10}
          value={byHand ?? ''}
          onFocus={(event) => event.currentTarget.select()}
        />
      </Modal>
    </>
  );
}
