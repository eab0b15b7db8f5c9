import type { Deps } from '../core/context.ts';
import type { Route } from '../core/http/route.ts';
import { filesOfCatalogue } from './deCatalogo.ts';
import { filesOfMail } from './deCorreo.ts';
import { filesOfPeople } from './dePersonas.ts';
import { filesOfSales } from './deVentas.ts';

/** The file of every list, as CSV or XLSX. */
export function exportacionesRoutes(deps: Deps): Route[] {
  return [
    ...filesOfPeople(deps),
    ...filesOfSales(deps),
    ...filesOfCatalogue(deps),
    ...filesOfMail(deps),
  ];
}
