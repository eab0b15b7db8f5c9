import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MiResena } from '#contract/resenas.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { misResenasQuery } from '../alumno.api.ts';
import { Gate } from '../Gate.tsx';
import classes from '../mi.module.css';
import { Page } from '../Page.tsx';
import { ReviewCard } from './ReviewCard.tsx';

export function MisResenasPage() {
  return (
    <Page title="Mis reseñas">
      <Gate query={useQuery(misResenasQuery)}>{({ items }) => <Reviews items={items} />}</Gate>
    </Page>
  );
}

function Reviews({ items }: { items: MiResena[] }) {
  const [sent, setSent] = useState(false);
  const toWrite = items.filter(({ puede, resena }) => puede && !resena);
  const written = items.filter(({ resena }) => resena);
  if (toWrite.length + written.length === 0) {
    return (
      <EmptyState title="Todavía no hay nada que reseñar">
        Cuando termine un taller o empieces un curso, aquí puedes contar qué te pareció.
      </EmptyState>
    );
  }
  return (
    <>
      <div role="status" className={classes.said}>
        {sent && (
          <p className={classes.done}>
            Gracias por tu reseña. La escuela la revisa y después la publica.
          </p>
        )}
      </div>
      <ReviewList title="Por escribir" items={toWrite} onSent={setSent} />
      <ReviewList title="Escritas" items={written} onSent={setSent} />
    </>
  );
}

type ListProps = { title: string; items: MiResena[]; onSent: (sent: boolean) => void };

function ReviewList({ title, items, onSent }: ListProps) {
  if (items.length === 0) return null;
  return (
    <>
      <h2 className={classes.section}>{title}</h2>
      <ul className={classes.list}>
        {items.map((item) => (
          <li key={`${item.de.tipo} ${item.de.id}`}>
            <ReviewCard item={item} onSent={onSent} />
          </li>
        ))}
      </ul>
    </>
  );
}
