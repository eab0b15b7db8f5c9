import type { Progreso } from '#contract/campanas.ts';
import type { EstadoEmail } from '#contract/emails.ts';
import { Explain } from '../../../../ui/Explain.tsx';
import { AppLink } from '../../../../ui/link.tsx';
import { cifra } from '../palabras.ts';
import classes from './detalle.module.css';

type Parte = {
  parte: Exclude<keyof Progreso, 'total'>;
  nombre: string;
  significa: string;
  estados: EstadoEmail[];
  /** Shown also when there are none. */
  siempre?: boolean;
};

const partes: Parte[] = [
  {
    parte: 'enviados',
    nombre: 'Enviados',
    significa: 'El servidor de quien recibe aceptó el correo.',
    estados: ['ENVIADO'],
    siempre: true,
  },
  {
    parte: 'enCola',
    nombre: 'Por salir',
    significa: 'Esperan su turno, o un nuevo intento si el servidor estaba ocupado.',
    estados: ['EN_COLA', 'TOMADO'],
  },
  {
    parte: 'locales',
    nombre: 'Guardados',
    significa: 'Se armaron y quedaron aquí, sin servidor de correo: no se enviaron a nadie.',
    estados: ['LOCAL'],
  },
  {
    parte: 'fallidos',
    nombre: 'Fallidos',
    significa: 'El servidor los rechazó, o se agotaron los intentos.',
    estados: ['FALLIDO'],
    siempre: true,
  },
  {
    parte: 'suprimidos',
    nombre: 'No se enviaron',
    significa: 'Se dieron de baja o quedaron bloqueados después de prepararse la lista.',
    estados: ['SUPRIMIDO'],
  },
  {
    parte: 'cancelados',
    nombre: 'Cancelados',
    significa: 'No alcanzaron a salir antes de cancelar.',
    estados: ['CANCELADO'],
  },
  {
    parte: 'inciertos',
    nombre: 'Inciertos',
    significa: 'La conexión se cortó justo al entregarlos: pudieron llegar o no.',
    estados: ['INCIERTO'],
  },
];

/** What became of each message, every figure leading to its messages in the log. */
export function Estados({ id, progreso }: { id: number; progreso: Progreso }) {
  const shown = partes.filter(({ parte, siempre }) => siempre || progreso[parte] > 0);
  return (
    <dl className={classes.figures}>
      {shown.map(({ parte, nombre, significa, estados }) => (
        <div key={parte} className={classes.figure}>
          <dt>
            {nombre}
            <Explain about={nombre}>{significa}</Explain>
          </dt>
          <dd>
            {progreso[parte] > 0 ? (
              <AppLink
                to="/app/emails/registro"
                search={{ campana: String(id), estado: estados.join(',') }}
                aria-label={`${cifra(progreso[parte])} ${nombre.toLowerCase()}, ver en el registro`}
              >
                {cifra(progreso[parte])}
              </AppLink>
            ) : (
              0
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
