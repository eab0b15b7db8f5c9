import { IconCheck } from '@tabler/icons-react';
import type { EstadoImportacion } from '#contract/importaciones.ts';
import classes from './importaciones.module.css';

const pasos = ['Leer el archivo', 'Elegir columnas', 'Revisar', 'Importar'];

const actual: Record<EstadoImportacion, number> = {
  LEYENDO: 0,
  FALLIDA: 0,
  POR_MAPEAR: 1,
  REVISANDO: 2,
  REVISADA: 2,
  IMPORTANDO: 3,
  COMPLETADA: 4,
  DESHACIENDO: 4,
  DESHECHA: 4,
};

/** Where an import is on its way. */
export function Pasos({ estado }: { estado: EstadoImportacion }) {
  return (
    <ol className={classes.pasos} aria-label="Pasos de la importación">
      {pasos.map((paso, i) => (
        <li
          key={paso}
          className={classes.paso}
          aria-current={i === actual[estado] ? 'step' : undefined}
        >
          <span className={classes.numero} aria-hidden>
            {i < actual[estado] ? <IconCheck size={14} /> : i + 1}
          </span>
          {paso}
        </li>
      ))}
    </ol>
  );
}
