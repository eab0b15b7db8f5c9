import type { Informe } from '#contract/campanas.ts';
import type { TipoEvento } from '#contract/emails.ts';
import { Explain } from '../../../../ui/Explain.tsx';
import { AppLink } from '../../../../ui/link.tsx';
import { cifra } from '../palabras.ts';
import classes from './detalle.module.css';

const percent = new Intl.NumberFormat('es-CL', { style: 'percent', maximumFractionDigits: 1 });

type Figura = { nombre: string; valor: number; evento: TipoEvento; significa: string };

function figurasDe(informe: Informe): Figura[] {
  const { rebotados, reclamos, bajas, abiertos, clics, aperturasDeMaquina } = informe;
  const machines = aperturasDeMaquina
    ? ` No cuenta ${aperturasDeMaquina === 1 ? '1 apertura' : `${cifra(aperturasDeMaquina)} aperturas`} de programas que miran el correo antes que la persona.`
    : '';
  return [
    ...(abiertos === null
      ? []
      : [
          {
            nombre: 'Lo abrieron',
            valor: abiertos,
            evento: 'APERTURA' as const,
            significa: `Personas que cargaron las imágenes del correo; quien las bloquea no se ve.${machines}`,
          },
        ]),
    ...(clics === null
      ? []
      : [
          {
            nombre: 'Hicieron clic',
            valor: clics,
            evento: 'CLIC' as const,
            significa: 'Personas que abrieron al menos un enlace del correo.',
          },
        ]),
    {
      nombre: 'Rebotaron',
      valor: rebotados,
      evento: 'REBOTE',
      significa: 'Salieron, pero volvieron: la casilla no existe, está llena o los rechaza.',
    },
    {
      nombre: 'Bajas',
      valor: bajas,
      evento: 'BAJA',
      significa:
        'Personas que usaron el enlace de baja de este correo: no se les vuelve a escribir.',
    },
    {
      nombre: 'Reclamos',
      valor: reclamos,
      evento: 'RECLAMO',
      significa:
        'Personas que marcaron el correo como no deseado. Si pasa seguido, los correos dejan de llegar.',
    },
  ];
}

/** How those who got it answered. */
export function Reacciones({ id, informe }: { id: number; informe: Informe }) {
  const { enviados } = informe.progreso;
  const measured = informe.abiertos !== null;
  return (
    <>
      <dl className={classes.figures} style={{ marginTop: 0 }}>
        {figurasDe(informe).map(({ nombre, valor, evento, significa }) => (
          <div key={evento} className={classes.figure}>
            <dt>
              {nombre}
              <Explain about={nombre}>{significa}</Explain>
            </dt>
            <dd>
              {valor > 0 ? (
                <AppLink
                  to="/app/emails/registro"
                  search={{ campana: String(id), evento }}
                  aria-label={`${nombre}: ${cifra(valor)}, ver en el registro`}
                >
                  {cifra(valor)}
                </AppLink>
              ) : (
                0
              )}
              {enviados > 0 && valor > 0 && (
                <span className={classes.small}>
                  {percent.format(valor / enviados)} de los enviados
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {!measured && (
        <p className={classes.small} style={{ marginBottom: 0 }}>
          Esta campaña no midió aperturas ni clics.
        </p>
      )}
    </>
  );
}
