import { Chip, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { type Aviso, listAvisos } from '#contract/avisos.ts';
import { nombresAviso, opciones } from '#contract/nombres.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { DataList } from '../../ui/list/DataList.tsx';
import type { Column } from '../../ui/list/types.ts';
import { useListSearch } from '../../ui/list/useListSearch.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import { useExportar } from '../useExportar.ts';
import { AvisoAcciones } from './AvisoAcciones.tsx';
import { AvisoTexto } from './AvisoTexto.tsx';
import { EnlaceEnviadoModal } from './EnlaceEnviadoModal.tsx';

const quien: Column<Aviso> = {
  id: 'cliente',
  title: 'Para quién',
  render: ({ cliente }) => nombreCompleto(cliente),
  width: 190,
};
const mensaje: Column<Aviso> = {
  id: 'mensaje',
  title: 'Mensaje',
  render: (aviso) => <AvisoTexto aviso={aviso} />,
};

/** Messages that the system prepared: those to send, and those that were. */
export default function AvisosPage() {
  const exportar = useExportar('exportAvisos');
  const { search, set } = useListSearch();
  const [enlace, setEnlace] = useState<Aviso>();
  const sent = search.ver === 'enviados';
  const acciones: Column<Aviso> = {
    id: 'acciones',
    title: 'Enviar',
    render: (aviso) => <AvisoAcciones aviso={aviso} onEnlace={setEnlace} />,
    width: 340,
  };
  return (
    <>
      <PageHeader
        title="Mensajes"
        subtitle={
          <Text c="dimmed" maw={640}>
            Para mandar a mano, por WhatsApp: lo que no puede salir solo por correo.
          </Text>
        }
        back={{ to: '/app', label: 'Volver a Inicio' }}
      />
      <Chip.Group
        value={sent ? 'enviados' : 'pendientes'}
        onChange={(value) => set({ ver: value === 'enviados' ? 'enviados' : undefined })}
      >
        <Group gap={6} mb="sm" role="radiogroup" aria-label="Qué mensajes">
          <Chip value="pendientes" variant="filled">
            Por enviar
          </Chip>
          <Chip value="enviados" variant="filled">
            Enviados
          </Chip>
        </Group>
      </Chip.Group>
      <DataList
        key={String(sent)}
        endpoint={listAvisos}
        exportar={exportar}
        noun={{ one: 'mensaje', many: 'mensajes' }}
        fixed={{ estado: sent ? 'ENVIADOS' : 'POR_ENVIAR' }}
        filters={[{ name: 'tipo', title: 'Tipo', multiple: true, options: opciones(nombresAviso) }]}
        columns={[quien, mensaje, sent ? enviado : acciones]}
        nameOf={({ cliente }) => nombreCompleto(cliente)}
        card={(aviso) => (
          <Stack gap="xs">
            <AvisoTexto aviso={aviso} />
            {sent ? (
              <Enviado aviso={aviso} />
            ) : (
              <AvisoAcciones aviso={aviso} onEnlace={setEnlace} />
            )}
          </Stack>
        )}
        link={({ cliente }) => ({ to: '/app/clientes/$id', params: { id: String(cliente.id) } })}
        empty={
          sent ? (
            <EmptyState title="Todavía no se envía ninguno">
              Los mensajes que marques como enviados quedan aquí.
            </EmptyState>
          ) : (
            <EmptyState title="No hay mensajes por enviar">
              Cuando se libera un cupo, alguien pide entrar a su portal o termina un taller, y el
              correo no le puede llegar, aquí aparece el mensaje listo para mandarlo.
            </EmptyState>
          )
        }
      />
      <EnlaceEnviadoModal aviso={enlace} onClose={() => setEnlace(undefined)} />
    </>
  );
}

const enviado: Column<Aviso> = {
  id: 'enviado',
  title: 'Enviado',
  render: (aviso) => <Enviado aviso={aviso} />,
  width: 220,
};

function Enviado({ aviso: { enviadoEn, enviadoPor } }: { aviso: Aviso }) {
  return (
    <Text size="sm" c="dimmed">
      {enviadoEn && <DateTime value={enviadoEn} />}
      {enviadoPor && ` · ${enviadoPor}`}
    </Text>
  );
}
