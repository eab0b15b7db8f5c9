import type { Permiso } from '#contract/permisos.ts';
import type { Inicio } from '#contract/reportes.ts';
import type { createListClientes } from '../clientes/listClientes.ts';
import type { Db } from '../core/db/connect.ts';
import { addDays, dayStart } from '../core/time.ts';
import {
  selectAlertas,
  selectPagosEsperados,
  selectTalleresEntre,
  sumPagosEsperados,
  sumPorReembolsar,
} from './inicio.queries.ts';

const FILAS = 8;
const DIAS = 7;

export type InicioOptions = {
  permisos: readonly Permiso[];
  /** The local date in the zone. */
  today: string;
  zone: string;
  listClientes: ReturnType<typeof createListClientes>;
};

/** What is to be done today; the parts that the permissions do not cover come empty. */
export async function readInicio(db: Db, options: InicioOptions): Promise<Inicio> {
  const { today, zone, permisos } = options;
  const may = (permiso: Permiso) => permisos.includes(permiso);
  const [talleresSemana, leads, ventas] = await Promise.all([
    may('talleres:leer')
      ? selectTalleresEntre(db, dayStart(today, zone), dayStart(addDays(today, DIAS + 1), zone))
      : [],
    may('clientes:leer')
      ? options.listClientes({
          estado: ['LEAD'],
          creadoDesde: addDays(today, -DIAS),
          orden: '-creadoEn',
          limite: FILAS,
        })
      : { items: [], total: 0 },
    may('ventas:leer') ? readVentas(db) : sinVentas,
  ]);
  return {
    talleresSemana,
    nuevosLeads: { items: leads.items, cantidad: leads.total },
    ...ventas,
  };
}

type Ventas = Pick<Inicio, 'pagosEsperados' | 'alertas' | 'porReembolsar'>;

const sinVentas: Ventas = {
  pagosEsperados: { items: [], cantidad: 0, saldo: 0 },
  alertas: [],
  porReembolsar: { cantidad: 0, monto: 0 },
};

async function readVentas(db: Db): Promise<Ventas> {
  const [items, esperados, alertas, porReembolsar] = await Promise.all([
    selectPagosEsperados(db, FILAS),
    sumPagosEsperados(db),
    selectAlertas(db),
    sumPorReembolsar(db),
  ]);
  return { pagosEsperados: { items, ...esperados }, alertas, porReembolsar };
}
