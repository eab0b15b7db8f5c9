import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../../ui/ListSkeleton.tsx';
import {
  misCursosQuery,
  misPagosQuery,
  misResenasQuery,
  misTalleresQuery,
  sesionQuery,
} from '../alumno.api.ts';
import classes from '../mi.module.css';
import { Page } from '../Page.tsx';
import { GoOn } from './GoOn.tsx';
import { NextTaller } from './NextTaller.tsx';
import { Nothing } from './Nothing.tsx';
import { Offers } from './Offers.tsx';
import { Owed } from './Owed.tsx';
import { SetClave } from './SetClave.tsx';
import { ToReview } from './ToReview.tsx';

/** What matters now: a seat offered, the next workshop, the lesson to go on with, debts and reviews. */
export function InicioPage() {
  const { data: alumno } = useQuery(sesionQuery);
  const talleres = useQuery(misTalleresQuery);
  const cursos = useQuery(misCursosQuery);
  const pagos = useQuery(misPagosQuery);
  const resenas = useQuery(misResenasQuery);

  const all = [talleres, cursos, pagos, resenas];
  const failed = all.filter((query) => query.isError && query.data === undefined);
  const next = talleres.data?.items.find(({ anulado, terminado }) => !anulado && !terminado);
  const toGoOn = cursos.data?.items.find(
    ({ acceso, seguirEn }) => acceso === 'VIGENTE' && seguirEn,
  );
  const offers = talleres.data?.esperas.filter(({ estado }) => estado === 'OFRECIDA') ?? [];
  const owed = pagos.data?.saldo ?? 0;
  const begun = new Set(cursos.data?.items.flatMap((c) => (c.terminadas > 0 ? c.id : [])));
  const toReview =
    resenas.data?.items.filter(
      ({ puede, resena, de }) => puede && !resena && (de.tipo === 'TALLER' || begun.has(de.id)),
    ) ?? [];
  const loaded = all.every((query) => query.data !== undefined);
  const quiet = !next && !toGoOn && offers.length === 0 && owed === 0 && toReview.length === 0;

  return (
    <Page title={alumno ? `Hola, ${alumno.nombres}` : 'Hola'} tab="Mi portal">
      {failed[0] && (
        <ErrorState
          error={failed[0].error}
          retry={() => {
            for (const query of failed) void query.refetch();
          }}
        />
      )}
      <Offers offers={offers} />
      {pagos.data && owed > 0 && <Owed saldo={owed} pagos={pagos.data.items} />}
      <div className={classes.halves}>
        {next && <NextTaller taller={next} />}
        {toGoOn && <GoOn curso={toGoOn} />}
      </div>
      <ToReview items={toReview} />
      {!loaded && failed.length === 0 && <ListSkeleton rows={3} height={120} />}
      {loaded && quiet && (
        <Nothing
          known={(talleres.data?.items.length ?? 0) + (cursos.data?.items.length ?? 0) > 0}
        />
      )}
      {alumno && !alumno.tieneClave && loaded && <SetClave />}
    </Page>
  );
}
