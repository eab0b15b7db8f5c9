import { useParams } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { NombreReporte } from '#contract/reportes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { Atribucion } from './informes/Atribucion.tsx';
import { Calificados } from './informes/Calificados.tsx';
import { Categorias } from './informes/Categorias.tsx';
import { Embudo } from './informes/Embudo.tsx';
import { Empresas } from './informes/Empresas.tsx';
import { Ingresos } from './informes/Ingresos.tsx';
import { Ocupacion } from './informes/Ocupacion.tsx';
import { Retencion } from './informes/Retencion.tsx';

const informes: Record<NombreReporte, ComponentType> = {
  ingresos: Ingresos,
  categorias: Categorias,
  calificados: Calificados,
  atribucion: Atribucion,
  embudo: Embudo,
  retencion: Retencion,
  empresas: Empresas,
  ocupacion: Ocupacion,
};

/** The report that the address names. */
export default function ReportePage() {
  const { nombre = '' } = useParams({ strict: false }) as { nombre?: string };
  const Informe = Object.hasOwn(informes, nombre) ? informes[nombre as NombreReporte] : undefined;
  if (Informe) return <Informe key={nombre} />;
  return (
    <EmptyState
      title="Ese reporte no existe"
      level={1}
      action={<ButtonLink to="/app/reportes">Ver el tablero</ButtonLink>}
    />
  );
}
