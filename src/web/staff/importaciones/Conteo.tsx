import type { ConteoImportacion, TipoImportacion } from '#contract/importaciones.ts';
import { Money } from '../../ui/Money.tsx';
import classes from './importaciones.module.css';

type Props = {
  tipo: TipoImportacion;
  conteo: ConteoImportacion;
  /** Whether it has happened, or is only what would. */
  hecho: boolean;
};

const cifras = new Intl.NumberFormat('es-CL', { useGrouping: 'always' });

/** How many rows do what. */
export function Conteo({ tipo, conteo, hecho }: Props) {
  // A row of a sale is new although its person was already there.
  const nuevas = tipo === 'INSCRIPCIONES' ? 'Filas nuevas' : 'Personas nuevas';
  const numeros: [string, number][] = [
    [hecho && tipo === 'CLIENTES' ? 'Personas creadas' : nuevas, conteo.crear],
    [hecho ? 'Completadas' : 'Se completan', conteo.actualizar],
    ['Sin cambios', conteo.igual],
  ];
  if (conteo.omitir > 0) numeros.push([hecho ? 'Omitidas' : 'Se omiten', conteo.omitir]);
  numeros.push(['Con error', conteo.error], ['Con avisos', conteo.avisos]);
  if (tipo === 'INSCRIPCIONES') {
    numeros.push(
      ['Inscripciones', conteo.inscripciones],
      ['Talleres nuevos', conteo.talleresNuevos],
    );
  }
  return (
    <dl className={classes.conteo} data-tipo={tipo}>
      {numeros.map(([titulo, n]) => (
        <div
          key={titulo}
          className={classes.cifra}
          data-mal={(titulo === 'Con error' && n > 0) || undefined}
        >
          <dt>{titulo}</dt>
          <dd>{cifras.format(n)}</dd>
        </div>
      ))}
      {tipo === 'INSCRIPCIONES' && (
        <div className={classes.cifra}>
          <dt>Pagado</dt>
          <dd>
            <Money value={conteo.pagado} />
          </dd>
        </div>
      )}
    </dl>
  );
}
