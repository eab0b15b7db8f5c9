import { VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import classes from './escribir.module.css';

export const pasos = [
  { paso: 'personas', titulo: 'Para quién' },
  { paso: 'mensaje', titulo: 'Mensaje' },
  { paso: 'revisar', titulo: 'Revisar y enviar' },
] as const;
export type Paso = (typeof pasos)[number]['paso'];

/** The step on screen; it lives in the URL. */
export function usePaso(): Paso {
  const { paso } = useSearch({ strict: false }) as { paso?: string };
  return pasos.find((one) => one.paso === paso)?.paso ?? 'personas';
}

type Props = { id: number; actual: Paso; listos: Record<Paso, boolean> };

/** The steps of writing a campaign: any may be gone to at any time. */
export function PasosNav({ id, actual, listos }: Props) {
  return (
    <nav aria-label="Pasos">
      <ol className={classes.steps}>
        {pasos.map(({ paso, titulo }, index) => (
          <li key={paso}>
            <Link
              to="/app/emails/campanas/$id/editar"
              params={{ id: String(id) }}
              search={{ paso }}
              replace
              resetScroll={false}
              className={classes.step}
              aria-current={paso === actual ? 'step' : undefined}
              data-current={paso === actual || undefined}
            >
              <span className={classes.number} aria-hidden>
                {listos[paso] ? <IconCheck size={15} stroke={2.5} /> : index + 1}
              </span>
              <span>
                <VisuallyHidden>{`Paso ${index + 1}: `}</VisuallyHidden>
                {titulo}
                {listos[paso] && <VisuallyHidden>, listo</VisuallyHidden>}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
