import { Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { Resena } from '#contract/resenas.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { AppLink } from '../../ui/link.tsx';
import { Stars } from '../../ui/Stars.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import { EstadoResenaBadge } from '../estados.tsx';
import { ResenaAcciones } from './ResenaAcciones.tsx';
import { RespuestaForm } from './RespuestaForm.tsx';
import classes from './resenas.module.css';

/** A review as the team sees it, and what may be done with it. Its words are text, never markup. */
export function ResenaCard({ resena }: { resena: Resena }) {
  const { cliente, estrellas, comentario, estado, rechazoMotivo, respuesta, creadoEn } = resena;
  const [replying, setReplying] = useState(false);
  const name = nombreCompleto(cliente);
  return (
    <article className={classes.card} aria-label={`Reseña de ${name}`}>
      <Group gap="4px 12px">
        <Stars value={estrellas} size={20} />
        <EstadoResenaBadge estado={estado} />
        <Text size="sm" c="dimmed">
          <DateTime value={creadoEn} as="fechaCorta" />
        </Text>
      </Group>
      <Group gap="2px 8px" mt={6}>
        <AppLink to="/app/clientes/$id" params={{ id: String(cliente.id) }} fw={600} c="inherit">
          {name}
        </AppLink>
        <Text c="dimmed">
          sobre <Reviewed de={resena.de} />
        </Text>
      </Group>
      <p className={comentario ? classes.comment : classes.none}>
        {comentario ?? 'Solo dejó estrellas.'}
      </p>
      {estado === 'RECHAZADA' && rechazoMotivo && (
        <Text size="sm" c="dimmed">
          Rechazada{resena.moderadaPor && ` por ${resena.moderadaPor}`}: {rechazoMotivo}
        </Text>
      )}
      {respuesta && !replying && (
        <div className={classes.reply}>
          <Text size="sm" c="dimmed">
            Respuesta de {resena.respondidaPor ?? 'la escuela'}
            {estado === 'PENDIENTE' && ' · se verá cuando publiques la reseña'}
          </Text>
          <p className={classes.comment}>{respuesta}</p>
        </div>
      )}
      {replying ? (
        <RespuestaForm key={resena.version} resena={resena} onClose={() => setReplying(false)} />
      ) : (
        <ResenaAcciones resena={resena} onReply={() => setReplying(true)} />
      )}
    </article>
  );
}

function Reviewed({ de }: { de: Resena['de'] }) {
  const params = { id: String(de.id) };
  return (
    <>
      <AppLink
        to={de.tipo === 'TALLER' ? '/app/talleres/$id' : '/app/cursos/$id'}
        params={params}
        underline="always"
      >
        {de.titulo}
      </AppLink>
      {de.iniciaEn && de.zona && (
        <>
          {' · '}
          <DateTime value={de.iniciaEn} zone={de.zona} as="fechaCorta" />
        </>
      )}
    </>
  );
}
