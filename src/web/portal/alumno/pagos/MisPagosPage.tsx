import { useQuery } from '@tanstack/react-query';
import { formatPesos } from '#contract/money.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { misPagosQuery } from '../alumno.api.ts';
import { Gate } from '../Gate.tsx';
import classes from '../mi.module.css';
import { Page } from '../Page.tsx';
import { Purchase } from './Purchase.tsx';

export function MisPagosPage() {
  const query = useQuery(misPagosQuery);
  return (
    <Page title="Mis pagos">
      <Gate query={query}>
        {({ items, saldo, ...how }) => (
          <>
            {items.length === 0 && (
              <EmptyState title="Todavía no tienes compras">
                Aquí verás lo que compres, lo que pagues y lo que falte por pagar.
              </EmptyState>
            )}
            {items.length > 0 && (
              <p className={saldo > 0 ? classes.owed : classes.done}>
                {saldo > 0 ? `Te falta pagar ${formatPesos(saldo)}.` : 'No debes nada.'}
              </p>
            )}
            <ul className={classes.list}>
              {items.map((cobro) => (
                <li key={cobro.id}>
                  <Purchase cobro={cobro} how={how} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Gate>
    </Page>
  );
}
