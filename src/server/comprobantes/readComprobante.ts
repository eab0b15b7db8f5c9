import { imagenUrl } from '#contract/archivos.ts';
import type { Comprobante } from '#contract/comprobantes.ts';
import { nombreComuna } from '#contract/comunas.ts';
import { formatMomento } from '#contract/horario.ts';
import { desglosar } from '#contract/money.ts';
import { saldosDe } from '../cobros/cobros.policy.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import {
  type EmitidoRow,
  type LineaRow,
  selectEmitido,
  selectLineas,
  selectPagos,
} from './comprobantes.queries.ts';

/** Said in place of now, so that a date on paper always names its year. */
const LONG_AGO = '1970-01-01T12:00:00.000Z';

/**
 * The receipt of a Cobro as it stands now, in pesos; `zona` is the business' own, for the dates.
 * @throws {AppError} NO_ENCONTRADO until it is issued.
 */
export async function readComprobante(
  db: Db | Trx,
  cobroId: number,
  { zona }: { zona: string },
): Promise<Comprobante> {
  const row = found(await selectEmitido(db, cobroId), 'ese comprobante');
  const lineas = (await selectLineas(db, cobroId)).map(presentLinea);
  const pagos = await selectPagos(db, cobroId);
  const live = lineas.filter(({ anulada }) => !anulada);
  const sum = (part: 'neto' | 'iva' | 'exento' | 'total') =>
    live.reduce((total, linea) => total + linea[part], 0);
  const total = sum('total');
  const { estado, pagado } = row;
  return {
    numero: row.numero,
    emitidoEn: row.emitidoEn,
    codigo: row.codigo,
    zona,
    negocio: presentNegocio(row),
    comprador: presentComprador(row),
    vendidoEn: row.vendidoEn,
    lineas,
    neto: sum('neto'),
    iva: sum('iva'),
    exento: sum('exento'),
    total,
    pagos,
    pagado,
    ...saldosDe({ total, pagado, estado }),
    estado,
  };
}

/** The same without the ways to reach the buyer: whoever has the link may see it. */
export function forPublic({ comprador, ...rest }: Comprobante): Comprobante {
  return { ...rest, comprador: { ...comprador, email: null, telefono: null } };
}

function presentLinea({ afectoIva, anuladaEn, iniciaEn, zona, sku, ...linea }: LineaRow) {
  const when = iniciaEn && zona ? formatMomento(iniciaEn, zona, LONG_AGO) : null;
  return {
    ...linea,
    detalle: when ?? (sku ? `SKU ${sku}` : null),
    ...desglosar(linea.total, afectoIva),
    anulada: anuladaEn !== null,
  };
}

function presentNegocio(row: EmitidoRow): Comprobante['negocio'] {
  const { nombre, razonSocial, rut, giro, direccion, comuna, email, telefono, colorAcento } = row;
  return {
    nombre,
    razonSocial,
    rut,
    giro,
    direccion,
    comuna: comuna && (nombreComuna(comuna) ?? comuna),
    email,
    telefono,
    logoUrl: row.logoId ? imagenUrl(row.logoId) : null,
    colorAcento,
  };
}

function presentComprador(row: EmitidoRow): Comprobante['comprador'] {
  const persona = `${row.nombres} ${row.apellidos}`.trim();
  if (row.empresa === null) {
    return {
      nombre: persona,
      rut: row.clienteRut,
      giro: null,
      email: row.clienteEmail,
      telefono: row.clienteTelefono,
      contacto: null,
    };
  }
  return {
    nombre: row.empresa,
    rut: row.empresaRut,
    giro: row.empresaGiro,
    email: row.empresaEmail ?? row.clienteEmail,
    telefono: row.empresaTelefono ?? row.clienteTelefono,
    contacto: persona,
  };
}
