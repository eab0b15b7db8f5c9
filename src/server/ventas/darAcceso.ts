import { registerEvento } from '../clientes/cambiarEstado.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found, invalid } from '../core/errors.ts';
import { eventoDeVenta, type Linea, queueConfirmacion, writeVenta } from './vender.ts';

type Input = { clienteId: number; motivo: string; diasAcceso?: number | null | undefined };

/**
 * Gives a Cliente access to a course for free: a sale with all its price taken off, so that it is annulled and
 * counted as any other. It lasts as the course says unless told; null is for ever.
 * @returns the id of the InscripcionCurso.
 * @throws {AppError} NO_ENCONTRADO, VALIDACION, CURSO_NO_DISPONIBLE, YA_INSCRITO.
 */
export async function darAcceso(
  trx: Trx,
  ctx: Ctx,
  cursoId: number,
  { clienteId, motivo, diasAcceso }: Input,
): Promise<number> {
  const curso = found(
    await trx
      .selectFrom('curso')
      .select(['titulo', 'precio', 'afectoIva', 'diasAcceso', 'estado'])
      .where('id', '=', cursoId)
      .executeTakeFirst(),
    'ese curso',
  );
  if (curso.estado !== 'PUBLICADO') {
    throw new AppError(
      'CURSO_NO_DISPONIBLE',
      `El curso «${curso.titulo}» no está publicado. Publícalo para dar acceso.`,
    );
  }
  const linea: Linea = {
    tipo: 'CURSO',
    cursoId,
    cantidad: 1,
    precioUnitario: curso.precio,
    descuento: curso.precio,
    descuentoMotivo: motivo,
    afectoIva: curso.afectoIva,
    diasAcceso: diasAcceso === undefined ? curso.diasAcceso : diasAcceso,
    cortesiaMotivo: motivo,
  };
  await registerEvento(trx, ctx, clienteId, eventoDeVenta([linea])).catch((error) => {
    const unknown = error instanceof AppError && error.code === 'NO_ENCONTRADO';
    throw unknown ? invalid('clienteId', 'Ese cliente no existe.') : error;
  });
  const { cobroId, lineas } = await writeVenta(trx, ctx, {
    clienteId,
    empresaId: null,
    canal: 'STAFF',
    venceEn: null,
    lineas: [linea],
  });
  await queueConfirmacion(trx, ctx, cobroId, clienteId);
  const { id } = found(lineas[0], 'ese acceso');
  await audit(trx, ctx, {
    accion: 'DAR_ACCESO',
    entidad: 'CURSO',
    entidadId: cursoId,
    despues: { clienteId, cobroId, motivo, diasAcceso: linea.diasAcceso },
  });
  return id;
}
