import { Group, Text } from '@mantine/core';
import type { FilaImportacion, Importacion } from '#contract/importaciones.ts';
import { EstadoBadge } from '../../ui/EstadoBadge.tsx';
import { AppLink } from '../../ui/link.tsx';
import classes from './importaciones.module.css';
import { tonosAccion } from './nombres.ts';

type Props = {
  fila: FilaImportacion;
  importacion: Importacion;
  nombres: Record<NonNullable<FilaImportacion['accion']>, string>;
};

/** A row as it came, what happens to it and why. */
export function FilaRevisada({ fila, importacion, nombres }: Props) {
  const { numero, accion, errores, avisos, clienteId } = fila;
  const titulo = tituloDe(fila, importacion);
  return (
    <li className={classes.fila}>
      <Group gap="sm" className="tap-links">
        <Text c="dimmed" size="sm" className="tabular">
          Fila {numero}
        </Text>
        {accion && <EstadoBadge tone={tonosAccion[accion]}>{nombres[accion]}</EstadoBadge>}
        {clienteId === null ? (
          <Text fw={600}>{titulo}</Text>
        ) : (
          <AppLink to="/app/clientes/$id" params={{ id: String(clienteId) }} fw={600}>
            {titulo}
          </AppLink>
        )}
      </Group>
      {errores.length > 0 && (
        <ul className={classes.motivos}>
          {errores.map(({ campo, mensaje }) => (
            <li key={campo + mensaje}>{mensaje}</li>
          ))}
        </ul>
      )}
      {avisos.map(({ campo, mensaje }) => (
        <Text key={campo + mensaje} size="sm" c="dimmed">
          {mensaje}
        </Text>
      ))}
    </li>
  );
}

/** Who the row is about, by the columns that say it; else its first cells. */
function tituloDe({ celdas }: FilaImportacion, { mapeo }: Importacion): string {
  const dato = (campo: string) =>
    (mapeo ?? [])
      .filter((ida) => ida.campo === campo)
      .map(({ indice }) => celdas[indice] ?? '')
      .join(' ')
      .trim();
  const nombre = [dato('nombres') || dato('nombreCompleto'), dato('apellidos')]
    .filter(Boolean)
    .join(' ');
  const partes = [nombre, dato('email') || dato('telefono') || dato('rut'), dato('taller')];
  const titulo =
    partes.filter(Boolean).join(' · ') || celdas.filter(Boolean).slice(0, 3).join(' · ');
  return titulo.slice(0, 160) || 'Sin datos';
}
