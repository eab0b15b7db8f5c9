import { imagenUrl } from '#contract/archivos.ts';
import type { EstadoPago } from '#contract/cobros.ts';
import type { NegocioPublico, ReservaPublica, TallerPublico } from '#contract/publico.ts';
import { MAX_CUPOS_WEB } from '#contract/ventas.ts';
import { saldosDe } from '../cobros/cobros.policy.ts';
import type { Db } from '../core/db/connect.ts';
import { disponibilidadDe } from '../talleres/talleres.policy.ts';
import type { selectCatalogo, selectPublicado } from './publico.queries.ts';

export async function readNegocioPublico(db: Db): Promise<NegocioPublico> {
  const { logoId, ...negocio } = await db
    .selectFrom('negocio')
    .select(['nombre', 'logoId', 'colorAcento', 'email', 'telefono', 'whatsapp', 'direccion'])
    .select('textoConsentimiento')
    .executeTakeFirstOrThrow();
  const intereses = await db
    .selectFrom('interes')
    .select(['id', 'nombre', 'color'])
    .orderBy('nombre')
    .execute();
  return { ...negocio, logoUrl: logoId ? imagenUrl(logoId) : null, intereses };
}

type CatalogoRow = Awaited<ReturnType<typeof selectCatalogo>>[number];

/** A Taller without what the public must not see: ids, who is enrolled, the state's reasons. */
export function presentTallerPublico(row: CatalogoRow, now: string) {
  const { id: _id, imagenId, cupos, cuposOcupados, estado, ...rest } = row;
  return {
    ...rest,
    imagenUrl: imagenId ? imagenUrl(imagenId) : null,
    cuposLibres: Math.max(cupos - cuposOcupados, 0),
    disponibilidad: disponibilidadDe({ estado, cupos, cuposOcupados, iniciaEn: row.iniciaEn }, now),
  };
}

type PublicadoRow = NonNullable<Awaited<ReturnType<typeof selectPublicado>>>;

export function presentTallerCompleto(row: PublicadoRow, now: string): TallerPublico {
  const { slug, titulo, modalidad, lugar, comuna, instructor, interes, resumen } = row;
  const { iniciaEn, terminaEn, zona, precio } = row;
  const { imagenUrl: imagen, cuposLibres, disponibilidad } = presentTallerPublico(row, now);
  return {
    slug,
    titulo,
    modalidad,
    lugar,
    comuna,
    instructor,
    interes,
    resumen,
    iniciaEn,
    terminaEn,
    zona,
    precio,
    imagenUrl: imagen,
    cuposLibres,
    disponibilidad,
    descripcion: row.descripcion,
    direccion: row.direccion,
    horasReserva: row.horasReserva,
    maximoPorInscripcion: Math.min(cuposLibres, MAX_CUPOS_WEB),
  };
}

export type ReservaRow = {
  codigo: string;
  estado: EstadoPago;
  total: number;
  pagado: number;
  venceEn: string | null;
  vencidoEn: string | null;
  cantidad: number;
  instruccionesPago: string | null;
  whatsapp: string | null;
} & ReservaPublica['taller'] &
  CuentaBancaria;

type CuentaBancaria = {
  banco: string | null;
  tipoCuenta: string | null;
  numeroCuenta: string | null;
  titularCuenta: string | null;
  rutCuenta: string | null;
  emailTransferencias: string | null;
};

function transferenciaDe(cuenta: CuentaBancaria): ReservaPublica['transferencia'] {
  const { banco, tipoCuenta, numeroCuenta, titularCuenta, rutCuenta, emailTransferencias } = cuenta;
  if (!banco || !tipoCuenta || !numeroCuenta || !titularCuenta || !rutCuenta) return null;
  return {
    banco,
    tipoCuenta,
    numeroCuenta,
    titular: titularCuenta,
    rut: rutCuenta,
    email: emailTransferencias,
  };
}

/** An enrolment as the person who holds its reference sees it; a hold past its time counts as expired. */
export function presentReserva(row: ReservaRow, now: string): ReservaPublica {
  const { slug, titulo, modalidad, lugar, direccion, comuna, iniciaEn, terminaEn, zona } = row;
  const overdue = row.estado === 'PENDIENTE' && row.venceEn !== null && row.venceEn <= now;
  return {
    codigo: row.codigo,
    estado: row.estado,
    taller: { slug, titulo, modalidad, lugar, direccion, comuna, iniciaEn, terminaEn, zona },
    cantidad: row.cantidad,
    total: row.total,
    pagado: row.pagado,
    saldo: saldosDe(row).saldo,
    venceEn: row.venceEn,
    vencida: overdue || (row.estado === 'ANULADO' && row.vencidoEn !== null),
    transferencia: transferenciaDe(row),
    instruccionesPago: row.instruccionesPago,
    whatsapp: row.whatsapp,
  };
}
