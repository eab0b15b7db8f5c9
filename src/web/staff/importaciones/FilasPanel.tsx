import { Chip, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import {
  type ConteoImportacion,
  type FilaImportacion,
  type Importacion,
  listFilasImportacion,
} from '#contract/importaciones.ts';
import { useInfinite } from '../../api/queries.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { MoreButton } from '../../ui/MoreButton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { DescargarErrores } from './DescargarErrores.tsx';
import { FilaRevisada } from './FilaRevisada.tsx';
import classes from './importaciones.module.css';
import { accionesAntes, accionesDespues, cuantas } from './nombres.ts';

type Accion = NonNullable<FilaImportacion['accion']>;
type Filtro = Accion | 'TODAS' | 'AVISOS';

const acciones: { accion: Accion; cuenta: keyof ConteoImportacion }[] = [
  { accion: 'ERROR', cuenta: 'error' },
  { accion: 'CREAR', cuenta: 'crear' },
  { accion: 'ACTUALIZAR', cuenta: 'actualizar' },
  { accion: 'IGUAL', cuenta: 'igual' },
  { accion: 'OMITIR', cuenta: 'omitir' },
];

type Props = { importacion: Importacion; conteo: ConteoImportacion };

/** The rows of the file with what happens to each, those in error first to be seen. */
export function FilasPanel({ importacion, conteo }: Props) {
  const [filtro, setFiltro] = useState<Filtro>(conteo.error > 0 ? 'ERROR' : 'TODAS');
  const [escrito, setEscrito] = useState('');
  const [q] = useDebouncedValue(escrito, 300);
  const filas = useInfinite(listFilasImportacion, {
    params: { id: importacion.id },
    query: {
      ...(filtro === 'AVISOS' ? { conAvisos: 'si' as const } : {}),
      ...(filtro === 'AVISOS' || filtro === 'TODAS' ? {} : { accion: [filtro] }),
      ...(q ? { q } : {}),
    },
  });
  const hecho = importacion.terminadaEn !== null;
  const nombres = hecho ? accionesDespues : accionesAntes;
  return (
    <Panel
      title="Filas"
      actions={conteo.error > 0 && <DescargarErrores importacion={importacion} />}
    >
      <Group gap="xs" mb="sm">
        <TextInput
          type="search"
          aria-label="Buscar en las filas"
          placeholder="Buscar en las filas"
          leftSection={<IconSearch size={18} aria-hidden />}
          value={escrito}
          w={{ base: '100%', sm: 260 }}
          onChange={(event) => setEscrito(event.currentTarget.value)}
        />
        <Chip.Group value={filtro} onChange={(value) => setFiltro(value as Filtro)}>
          <Group gap={6}>
            <Chip value="TODAS">Todas</Chip>
            {acciones
              .filter(({ cuenta }) => conteo[cuenta] > 0)
              .map(({ accion }) => (
                <Chip key={accion} value={accion}>
                  {nombres[accion]}
                </Chip>
              ))}
            {conteo.avisos > 0 && <Chip value="AVISOS">Con avisos</Chip>}
          </Group>
        </Chip.Group>
      </Group>
      {filas.isPending && <ListSkeleton rows={4} height={56} />}
      {filas.isError && <ErrorState error={filas.error} retry={() => void filas.refetch()} />}
      {filas.isSuccess && (
        <Text c="dimmed" size="sm" role="status" mb="xs">
          {filas.totalIsMinimum && 'más de '}
          {cuantas(filas.total ?? 0, 'fila', 'filas')}
        </Text>
      )}
      <ul className={classes.filas}>
        {filas.items.map((fila) => (
          <FilaRevisada key={fila.numero} fila={fila} importacion={importacion} nombres={nombres} />
        ))}
      </ul>
      <MoreButton list={filas} />
    </Panel>
  );
}
