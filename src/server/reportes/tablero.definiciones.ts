import { noSeCompara } from './cifra.ts';

/** For how long after a workshop someone counts as an active student: the view estudiante_calculado says the same. */
const DIAS_ACTIVO = 90;

/** How each figure of the tablero is defined, as people read it; `contra` says what it is compared with. */
export function definicionesDe(contra: string) {
  const comparado = `Se compara con ${contra}.`;
  return {
    ingresos: `Pagos recibidos menos reembolsos y reversos, por el día en que se movió el dinero. ${comparado}`,
    estudiantesActivos: `Personas distintas con un cupo pagado o abonado en un taller de los últimos ${DIAS_ACTIVO} días o por venir, o con acceso a un curso, al cierre del período. ${comparado}`,
    nuevosLeads: `Personas que llegaron en el período, por cualquier vía. ${comparado}`,
    conversion: `De las personas que llegaron en el período, cuántas son o fueron clientes hasta hoy: las que confirmaron al menos una compra. ${noSeCompara('comprar')}`,
    saldoPorCobrar:
      'Lo que falta por pagar hoy de todas las ventas vigentes, con abonos ya descontados. Es al momento: no depende del período.',
    ocupacion: `Cupos tomados de los cupos ofrecidos en los talleres publicados con fecha en el período. ${comparado}`,
    categorias:
      'Inscripciones vigentes en talleres y cursos, hechas en el período, por el interés del taller o curso.',
    mejorCalificados:
      'Las reseñas publicadas de siempre, por puntaje: el promedio, acercado al de la escuela cuando hay pocas reseñas, para que una sola de cinco estrellas no le gane a cuarenta.',
  };
}
