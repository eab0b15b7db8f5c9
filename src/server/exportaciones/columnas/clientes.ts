import type { ClienteItem } from '#contract/clientes.ts';
import { nombreComuna } from '#contract/comunas.ts';
import type { EmpresaItem } from '#contract/empresas.ts';
import { nombresEstadoCliente, nombresOrigen, nombresTipoCliente } from '#contract/nombres.ts';
import { formatRut } from '#contract/rut.ts';
import type { Columna } from '../exportRoute.ts';
import { columnsOf, personColumns } from './columna.ts';

const c = columnsOf<ClienteItem>();
const comuna = (codigo: string | null) => (codigo ? (nombreComuna(codigo) ?? codigo) : null);
const rut = (value: string | null) => value && formatRut(value);

export const columnasClientes: Columna<ClienteItem>[] = [
  c.number('Número', ({ id }) => id),
  ...personColumns<ClienteItem>((cliente) => cliente),
  c.text('RUT', (cliente) => rut(cliente.rut)),
  c.text('Comuna', (cliente) => comuna(cliente.comuna)),
  c.text('Tipo', ({ tipo }) => nombresTipoCliente[tipo]),
  c.text('Empresa', ({ empresa }) => empresa?.razonSocial ?? null),
  c.text('Estado', ({ estado }) => nombresEstadoCliente[estado]),
  c.text('Origen', ({ origen }) => nombresOrigen[origen]),
  c.text('Intereses', ({ intereses }) => intereses.map(({ nombre }) => nombre).join(', ')),
  c.text('Responsable', ({ responsable }) => responsable?.nombre ?? null),
  c.instant('Última actividad', ({ ultimaActividadEn }) => ultimaActividadEn),
  c.instant('Registrado', ({ creadoEn }) => creadoEn),
];

const e = columnsOf<EmpresaItem>();

export const columnasEmpresas: Columna<EmpresaItem>[] = [
  e.text('Razón social', ({ razonSocial }) => razonSocial),
  e.text('Nombre de fantasía', ({ nombreFantasia }) => nombreFantasia),
  e.text('RUT', (empresa) => rut(empresa.rut)),
  e.text('Giro', ({ giro }) => giro),
  e.text('Correo', ({ email }) => email),
  e.text('Teléfono', ({ telefono }) => telefono),
  e.text('Comuna', (empresa) => comuna(empresa.comuna)),
  e.number('Contactos', ({ contactos }) => contactos),
  e.instant('Registrada', ({ creadoEn }) => creadoEn),
];
