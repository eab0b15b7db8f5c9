import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDia } from '#contract/horario.ts';
import type { MiResena } from '#contract/resenas.ts';
import { EstadoBadge } from '../../../ui/EstadoBadge.tsx';
import { Stars } from '../../../ui/Stars.tsx';
import classes from '../mi.module.css';
import { ReviewForm } from './ReviewForm.tsx';
import resenaClasses from './resena.module.css';

type Props = { item: MiResena; onSent: (sent: boolean) => void };

/** What is reviewed, with one's words on it, or the form to write them. */
export function ReviewCard({ item, onSent }: Props) {
  const { de, resena, puede } = item;
  const [writing, setWriting] = useState(false);
  return (
    <article className={classes.card}>
      <h3 className={classes.cardTitle}>{de.titulo}</h3>
      <p className={classes.dimmed}>
        {de.iniciaEn && de.zona ? `Taller del ${formatDia(de.iniciaEn, de.zona)}` : 'Curso'}
      </p>
      {resena && !writing && <Written resena={resena} />}
      {writing && (
        <ReviewForm
          item={item}
          onCancel={() => setWriting(false)}
          onDone={() => {
            setWriting(false);
            onSent(true);
          }}
        />
      )}
      {puede && !writing && (
        <div className={classes.foot}>
          <Button
            variant={resena ? 'default' : 'filled'}
            onClick={() => {
              onSent(false);
              setWriting(true);
            }}
          >
            {resena ? 'Cambiar mi reseña' : 'Escribir mi reseña'}
          </Button>
        </div>
      )}
    </article>
  );
}

function Written({ resena }: { resena: NonNullable<MiResena['resena']> }) {
  const { estrellas, comentario, estado, respuesta } = resena;
  return (
    <>
      <div className={resenaClasses.head}>
        <Stars value={estrellas} />
        {estado === 'PENDIENTE' && <EstadoBadge tone="neutral">En revisión</EstadoBadge>}
        {estado === 'PUBLICADA' && <EstadoBadge tone="ok">Publicada</EstadoBadge>}
        {estado === 'RECHAZADA' && <EstadoBadge tone="off">No publicada</EstadoBadge>}
      </div>
      {comentario && <p className={resenaClasses.text}>{comentario}</p>}
      {respuesta && (
        <blockquote className={resenaClasses.reply}>
          <strong>Respuesta de la escuela</strong>
          <p className={resenaClasses.text}>{respuesta}</p>
        </blockquote>
      )}
    </>
  );
}
