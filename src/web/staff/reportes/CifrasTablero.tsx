import type { Tablero } from '#contract/reportes.ts';
import { CifraFigure, Figures, ProporcionFigure } from './Figure.tsx';

/** The six figures of the tablero. */
export function CifrasTablero({ tablero }: { tablero: Tablero }) {
  return (
    <Figures>
      <CifraFigure name="Ingresos" cifra={tablero.ingresos} pesos />
      <CifraFigure name="Estudiantes activos" cifra={tablero.estudiantesActivos} />
      <CifraFigure name="Nuevos leads" cifra={tablero.nuevosLeads} />
      <ProporcionFigure name="Conversión" cifra={tablero.conversion} />
      <CifraFigure name="Saldo por cobrar" cifra={tablero.saldoPorCobrar} pesos />
      <ProporcionFigure name="Ocupación" cifra={tablero.ocupacion} />
    </Figures>
  );
}
