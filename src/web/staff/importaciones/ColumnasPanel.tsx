import { Select, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CampoImportacion, Lectura, Mapeo, TipoImportacion } from '#contract/importaciones.ts';
import { plainFilter } from '../../ui/form/ComunaSelect.tsx';
import { Panel } from '../../ui/Panel.tsx';
import classes from './importaciones.module.css';
import { cuantas, opcionesDeCampo, variasColumnas } from './nombres.ts';

type Props = {
  tipo: TipoImportacion;
  lectura: Lectura;
  mapeo: Mapeo;
  onChange: (mapeo: Mapeo) => void;
  acciones: ReactNode;
};

/** Each column of the file with some of what it holds, and the field it goes to. */
export function ColumnasPanel({ tipo, lectura, mapeo, onChange, acciones }: Props) {
  const porIndice = new Map(mapeo.map(({ indice, campo }) => [indice, campo]));
  const conDatos = lectura.columnas.filter(({ ejemplos }) => ejemplos.length > 0);
  const vacias = lectura.columnas.length - conDatos.length;

  function elegir(indice: number, campo: CampoImportacion | null) {
    const otras = mapeo.filter((ida) => ida.indice !== indice);
    onChange(campo === null ? otras : [...otras, { indice, campo }]);
  }

  return (
    <Panel title="Columnas" actions={acciones}>
      <Text c="dimmed" mb="xs">
        Elige a qué dato va cada columna. Las que dejes sin dato no se importan.
      </Text>
      <ul className={classes.columnas}>
        {conDatos.map(({ indice, titulo, ejemplos }) => {
          const elegido = porIndice.get(indice) ?? null;
          const ocupados = new Set(
            mapeo
              .filter((ida) => ida.indice !== indice && !variasColumnas.has(ida.campo))
              .map(({ campo }) => campo as string),
          );
          return (
            <li key={indice} className={classes.columna}>
              <span className={classes.titulo}>{titulo}</span>
              <span className={classes.ejemplos}>{ejemplos.slice(0, 3).join(' · ')}</span>
              <Select
                aria-label={`Dato de la columna ${titulo}`}
                placeholder="No se importa"
                data={opcionesDeCampo(tipo).map(({ group, items }) => ({
                  group,
                  items: items.map((item) => ({ ...item, disabled: ocupados.has(item.value) })),
                }))}
                value={elegido}
                searchable
                clearable
                clearButtonProps={{ 'aria-label': `No importar la columna ${titulo}` }}
                filter={plainFilter}
                onChange={(campo) => elegir(indice, campo as CampoImportacion | null)}
              />
            </li>
          );
        })}
      </ul>
      {vacias > 0 && (
        <Text c="dimmed" size="sm" mt="xs">
          {cuantas(vacias, 'columna vacía queda fuera.', 'columnas vacías quedan fuera.')}
        </Text>
      )}
    </Panel>
  );
}
