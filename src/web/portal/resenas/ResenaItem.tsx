import { formatDia, formatMes } from '#contract/horario.ts';
import type { ResenaPublica } from '#contract/resenas.ts';
import { Stars } from '../../ui/Stars.tsx';
import { useSiteName } from '../shell/title.ts';
import classes from './resenas.module.css';

const ZONE = 'America/Santiago';

/** One review: its words are shown as they were typed, markup and all. */
export function ResenaItem({ resena }: { resena: ResenaPublica }) {
  const { autor, estrellas, comentario, respuesta, creadoEn, edicion } = resena;
  const site = useSiteName();
  return (
    <article>
      <div className={classes.head}>
        <span className={classes.author}>{autor}</span>
        <Stars value={estrellas} size={16} />
      </div>
      <p className={classes.when}>
        {formatDia(creadoEn, ZONE)}
        {edicion && ` · edición de ${formatMes(edicion.iniciaEn, edicion.zona)}`}
      </p>
      {comentario && <p className={classes.comment}>{comentario}</p>}
      {respuesta && (
        <div className={classes.reply}>
          <span className={classes.author}>Respuesta de {site || 'la escuela'}</span>
          <p className={classes.comment}>{respuesta}</p>
        </div>
      )}
    </article>
  );
}
