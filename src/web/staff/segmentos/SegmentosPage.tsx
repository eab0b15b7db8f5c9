import { Group, Text } from '@mantine/core';
import { listSegmentos, type SegmentoItem } from '#contract/segmentos.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { DataList } from '../../ui/list/DataList.tsx';
import type { Column } from '../../ui/list/types.ts';
import { ClientesFrame } from '../clientes/ClientesFrame.tsx';
import { usePuede } from '../session.ts';
import { SegmentoMenu, SegmentoUsos } from './SegmentoAcciones.tsx';
import { SegmentoConteo } from './SegmentoConteo.tsx';
import classes from './segmentos.module.css';

const conteo: Column<SegmentoItem> = {
  id: 'personas',
  title: 'Personas',
  width: 130,
  render: (segmento) => <SegmentoConteo segmento={segmento} />,
};
const columns: Column<SegmentoItem>[] = [
  { id: 'nombre', title: 'Nombre', render: ({ nombre }) => nombre },
  {
    id: 'frase',
    title: 'Quiénes son',
    render: ({ frase, descripcion }) => (
      <Text className={classes.phrase} lineClamp={3}>
        {descripcion ?? frase}
      </Text>
    ),
  },
  {
    id: 'actualizado',
    title: 'Cambiado',
    width: 110,
    render: ({ actualizadoEn }) => <DateTime value={actualizadoEn} as="fechaCorta" />,
  },
  {
    id: 'acciones',
    title: 'Acciones',
    width: 310,
    render: (segmento) => <Acciones segmento={segmento} />,
  },
];

const conConteo = columns.toSpliced(2, 0, conteo);

function Acciones({ segmento }: { segmento: SegmentoItem }) {
  return (
    <div className={classes.acts}>
      <SegmentoUsos segmento={segmento} compact />
      <SegmentoMenu segmento={segmento} />
    </div>
  );
}

export default function SegmentosPage() {
  const puede = usePuede();
  const escribe = puede('segmentos:escribir');
  const nuevo = escribe && <ButtonLink to="/app/segmentos/nuevo">Nuevo segmento</ButtonLink>;
  return (
    <ClientesFrame title="Segmentos" actions={nuevo}>
      <DataList
        endpoint={listSegmentos}
        noun={{ one: 'segmento', many: 'segmentos' }}
        searchLabel="Buscar segmentos"
        columns={escribe ? conConteo : columns}
        nameOf={({ nombre }) => nombre}
        link={({ id }) => ({ to: '/app/segmentos/$id', params: { id: String(id) } })}
        card={(segmento) => (
          <>
            <Text size="sm" c="dimmed" lineClamp={3}>
              {segmento.descripcion ?? segmento.frase}
            </Text>
            {escribe && (
              <Group gap="xs">
                <SegmentoConteo segmento={segmento} />
              </Group>
            )}
            <Acciones segmento={segmento} />
          </>
        )}
        empty={
          <EmptyState title="Aún no hay segmentos" action={nuevo}>
            Un segmento es un grupo de personas que se describe una vez y se mantiene al día solo:
            quienes compraron y no han vuelto, quienes esperan un cupo, quienes abren tus correos.
            Sirve para verlas en la lista, escribirles y descargarlas.
          </EmptyState>
        }
      />
    </ClientesFrame>
  );
}
