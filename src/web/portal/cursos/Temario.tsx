import { Button, Skeleton } from '@mantine/core';
import { IconLock, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { lazy, Suspense, useId, useState } from 'react';
import { formatReloj } from '#contract/duracion.ts';
import type { CursoPublico } from '#contract/publico.ts';
import classes from './temario.module.css';

// Players come when someone wants to watch.
const LeccionGratuita = lazy(async () => ({
  default: (await import('./LeccionGratuita.tsx')).LeccionGratuita,
}));

type Entry = CursoPublico['contenido'][number];

/** The lessons in their order; the free ones play in place, one at a time. */
export function Temario({ curso: { slug, contenido } }: { curso: CursoPublico }) {
  const [open, setOpen] = useState<number>();
  const base = useId();
  if (contenido.length === 0) return null;
  return (
    <section aria-labelledby={base} className={classes.temario}>
      <h2 id={base} className={classes.heading}>
        Lecciones
      </h2>
      <ol className={classes.list}>
        {contenido.map((entry) => {
          const { orden, leccionId } = entry;
          const opened = leccionId !== null && open === leccionId;
          const region = `${base}-${orden}`;
          return (
            <li key={orden} className={classes.item}>
              <div className={classes.row}>
                <span className={`${classes.place} tabular`} aria-hidden>
                  {orden}
                </span>
                <Name entry={entry} />
                {leccionId === null ? (
                  <span className={classes.locked}>
                    <IconLock size={16} aria-hidden />
                    <span className={classes.hidden}>Al comprar el curso</span>
                  </span>
                ) : (
                  <Button
                    variant={opened ? 'default' : 'light'}
                    aria-expanded={opened}
                    aria-controls={region}
                    aria-label={`${opened ? 'Cerrar' : 'Ver gratis'}: ${entry.titulo}`}
                    leftSection={
                      opened ? (
                        <IconX size={16} aria-hidden />
                      ) : (
                        <IconPlayerPlay size={16} aria-hidden />
                      )
                    }
                    onClick={() => setOpen(opened ? undefined : leccionId)}
                  >
                    {opened ? 'Cerrar' : 'Ver gratis'}
                  </Button>
                )}
              </div>
              <div id={region} className={classes.content}>
                {opened && (
                  <Suspense fallback={<Skeleton className={classes.waiting} />}>
                    <LeccionGratuita slug={slug} leccionId={leccionId} />
                  </Suspense>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Name({ entry: { titulo, duracionSegundos } }: { entry: Entry }) {
  return (
    <div className={classes.name}>
      {titulo}
      {duracionSegundos !== null && (
        <span className={`${classes.length} tabular`}>{formatReloj(duracionSegundos)}</span>
      )}
    </div>
  );
}
