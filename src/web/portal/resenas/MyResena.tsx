import { Button, Group } from '@mantine/core';
import type { MiResena } from '#contract/resenas.ts';
import { ButtonLink } from '../../ui/link.tsx';
import { Stars } from '../../ui/Stars.tsx';
import classes from './resenas.module.css';

type Resena = NonNullable<MiResena['resena']>;

const what: Record<Resena['estado'], string> = {
  PENDIENTE: 'Recibimos tu reseña. La leemos y después aparece en nuestra página.',
  PUBLICADA: 'Tu reseña está publicada en nuestra página.',
  RECHAZADA: 'No publicamos tu reseña. Puedes cambiarla y la volveremos a leer.',
};

type Props = {
  /** What it is of, where the heading does not say it. */
  titulo: string | undefined;
  resena: Resena;
  onChange: (() => void) | undefined;
};

/** What one wrote, and how far it came. */
export function MyResena({ titulo, resena, onChange }: Props) {
  const { estrellas, comentario, respuesta, estado } = resena;
  return (
    <>
      <p className={classes.lead} role="status">
        {what[estado]}
      </p>
      <div className={classes.mine}>
        {titulo && <p className={classes.author}>{titulo}</p>}
        <Stars value={estrellas} size={22} />
        {comentario && <p className={classes.comment}>{comentario}</p>}
        {respuesta && (
          <div className={classes.reply}>
            <span className={classes.author}>Nuestra respuesta</span>
            <p className={classes.comment}>{respuesta}</p>
          </div>
        )}
      </div>
      <Group>
        {onChange && (
          <Button variant="default" onClick={onChange}>
            Cambiar mi reseña
          </Button>
        )}
        <ButtonLink to="/" variant="subtle">
          Ver los próximos talleres
        </ButtonLink>
      </Group>
    </>
  );
}
