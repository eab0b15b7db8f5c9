import type { NombreReporte } from '#contract/reportes.ts';
import type { EstadoPeriodo } from './usePeriodo.ts';

export const nombresReporte: Record<NombreReporte, string> = {
  ingresos: 'Ingresos',
  categorias: 'Categorías',
  calificados: 'Mejor calificados',
  atribucion: 'Origen',
  embudo: 'Embudo',
  retencion: 'Retención',
  empresas: 'Empresas',
  ocupacion: 'Ocupación',
};

/** Where one may go within the reports; the period one chose goes along. */
export function lugares({ elegido: search }: EstadoPeriodo) {
  return [
    { to: '/app/reportes' as const, label: 'Tablero', exact: true, search },
    ...(Object.entries(nombresReporte) as [NombreReporte, string][]).map(([nombre, label]) => ({
      to: '/app/reportes/$nombre' as const,
      params: { nombre },
      label,
      search,
    })),
  ];
}
