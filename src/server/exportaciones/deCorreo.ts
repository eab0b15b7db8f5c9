import { listCampanas as campanas } from '#contract/campanas.ts';
import { listEmails as emails } from '#contract/emails.ts';
import * as contract from '#contract/exportaciones.ts';
import { listSupresiones as supresiones } from '#contract/supresiones.ts';
import { listCampanas } from '../campanas/listCampanas.ts';
import { createProgresos } from '../campanas/progreso.ts';
import type { Deps } from '../core/context.ts';
import type { Route } from '../core/http/route.ts';
import { listEmails } from '../emails/listEmails.ts';
import { listSupresiones } from '../supresiones/listSupresiones.ts';
import { columnasCampanas, columnasEmails, columnasSupresiones } from './columnas/correo.ts';
import { exportRoute } from './exportRoute.ts';

/** Files of mail: what went out, and where none goes. */
export function filesOfMail(deps: Deps): Route[] {
  const { db, config } = deps;
  const progresos = createProgresos();
  return [
    exportRoute(deps, {
      list: campanas,
      endpoint: contract.exportCampanas,
      nombre: 'campanas',
      columnas: columnasCampanas,
      read: ({ query }) => listCampanas(db, query, progresos),
    }),
    exportRoute(deps, {
      list: emails,
      endpoint: contract.exportEmails,
      nombre: 'correos',
      columnas: columnasEmails,
      read: ({ query }) => listEmails(db, query, config.TZ_NEGOCIO),
    }),
    exportRoute(deps, {
      list: supresiones,
      endpoint: contract.exportSupresiones,
      nombre: 'supresiones',
      columnas: columnasSupresiones,
      read: ({ query }) => listSupresiones(db, query),
    }),
  ];
}
