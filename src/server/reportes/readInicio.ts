import { type Permiso, permisosDe, type Rol } from '#contract/permisos.ts';
import type { Inicio } from '#contract/reportes.ts';
import { listAvisos } from '../avisos/listAvisos.ts';
import type { createListClientes } from '../clientes/listClientes.ts';
import type { Db } from '../core/db/connect.ts';
import { addDays, dayStart } from '../core/time.ts';
import { listFallidos } from '../emails/listEmails.ts';
import type { Viewer } from '../interacciones/interacciones.policy.ts';
import { readPorHacer } from '../interacciones/listSeguimientos.ts';
import { listVentasProducto } from '../productos/listVentasProducto.ts';
import {
  countResenasPorModerar,
  countStockBajo,
  selectAlertas,
  selectPagosEsperados,
  selectStockBajo,
  selectTalleresEntre,
  sumPagosEsperados,
  sumPorReembolsar,
} from './inicio.queries.ts';

const FILAS = 8;
/** Of what takes more room, each with its own acts. */
const ACTOS = 5;
const DIAS = 7;

export type InicioOptions = {
  rol: Rol;
  /** ISO 8601 UTC. */
  now: string;
  /** The local date of `now` in the zone. */
  today: string;
  zone: string;
  publicUrl: string;
  listClientes: ReturnType<typeof createListClientes>;
};

/** What is the same for all of a role. */
export type InicioDeRol = Omit<Inicio, 'seguimientos'>;

/** What the business is to do today; the parts that the role does not cover come empty. */
export async function readInicio(db: Db, options: InicioOptions): Promise<InicioDeRol> {
  const { today, zone, rol } = options;
  const may = (permiso: Permiso) => permisosDe(rol).includes(permiso);
  const [
    talleresSemana,
    leads,
    ventas,
    stockBajo,
    mensajesPorEnviar,
    resenasPorModerar,
    correosFallidos,
  ] = await Promise.all([
    may('talleres:leer')
      ? selectTalleresEntre(db, dayStart(today, zone), dayStart(addDays(today, DIAS + 1), zone))
      : [],
    may('clientes:leer')
      ? options.listClientes(
          {
            estado: ['LEAD'],
            creadoDesde: addDays(today, -DIAS),
            orden: '-creadoEn',
            limite: FILAS,
          },
          { now: options.now, usuarioId: null, permisos: permisosDe(rol) },
        )
      : { items: [], total: 0 },
    may('ventas:leer') ? readVentas(db, options) : sinVentas,
    may('productos:leer') ? readStockBajo(db) : nada,
    may('avisos:enviar') ? readMensajes(db, options) : nada,
    may('resenas:moderar') ? countResenasPorModerar(db) : 0,
    may('emails:leer') ? listFallidos(db, dayStart(addDays(today, -DIAS), zone), ACTOS) : nada,
  ]);
  return {
    talleresSemana,
    nuevosLeads: { items: leads.items, cantidad: leads.total },
    ...ventas,
    stockBajo,
    mensajesPorEnviar,
    resenasPorModerar,
    correosFallidos,
  };
}

/** What whoever looks agreed to do, or nobody took on, up to the local date `today`. */
export async function readSeguimientos(
  db: Db,
  look: { viewer: Viewer; today: string },
): Promise<Inicio['seguimientos']> {
  if (!permisosDe(look.viewer.rol).includes('interacciones:leer')) return { ...nada, manana: 0 };
  return readPorHacer(db, look, FILAS);
}

const nada = { items: [], cantidad: 0 };

type Ventas = Pick<Inicio, 'pagosEsperados' | 'alertas' | 'porReembolsar' | 'kitsPorEntregar'>;

const sinVentas: Ventas = {
  pagosEsperados: { ...nada, saldo: 0 },
  alertas: [],
  porReembolsar: { cantidad: 0, monto: 0 },
  kitsPorEntregar: nada,
};

async function readVentas(db: Db, { now, rol }: InicioOptions): Promise<Ventas> {
  const [items, esperados, alertas, porReembolsar, kits] = await Promise.all([
    selectPagosEsperados(db, FILAS),
    sumPagosEsperados(db),
    selectAlertas(db),
    sumPorReembolsar(db),
    listVentasProducto(db, { entrega: ['POR_ENTREGAR'], limite: ACTOS }, now, rol),
  ]);
  return {
    pagosEsperados: { items, ...esperados },
    alertas,
    porReembolsar,
    kitsPorEntregar: { items: kits.items, cantidad: kits.total },
  };
}

async function readStockBajo(db: Db): Promise<Inicio['stockBajo']> {
  const [items, cantidad] = await Promise.all([selectStockBajo(db, FILAS), countStockBajo(db)]);
  return { items, cantidad };
}

async function readMensajes(
  db: Db,
  { now, rol, publicUrl }: InicioOptions,
): Promise<Inicio['mensajesPorEnviar']> {
  const { items, total } = await listAvisos(db, { limite: ACTOS }, { now, rol, publicUrl });
  return { items, cantidad: total };
}
