import { formatInstant } from '../../ui/time.ts';

const canales: Record<string, string> = {
  WEB: 'En el sitio web',
  NEWSLETTER: 'En el formulario de novedades',
  PORTAL: 'En su portal',
  EQUIPO: 'Se lo dijo al equipo',
  CORREO: 'Desde un correo',
  PREFERENCIAS: 'En sus preferencias de correo',
  IMPORTACION: 'Importado de otro servicio',
  RECLAMO: 'Marcó un mensaje como no deseado',
};

export const canalEnPalabras = (canal: string): string => canales[canal] ?? canal;

type Prueba = Record<string, unknown>;

const isPrueba = (value: unknown): value is Prueba => typeof value === 'object' && value !== null;
const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);

/** Where a request came from, in one line. */
function visita({ ip, userAgent, en }: Prueba, zone: string): string | undefined {
  const when = text(en);
  const parts = [when && formatInstant(when, zone), text(ip) && `IP ${ip}`, text(userAgent)];
  return parts.filter(Boolean).join(' · ') || undefined;
}

/** The proof of a consent in lines that people read; what is not known here is left out. */
export function pruebaEnPalabras(evidencia: Prueba, zone: string): string[] {
  const { dicho, usuario, detalle, via, solicitud, confirmacion } = evidencia;
  const asked = isPrueba(solicitud) && visita(solicitud, zone);
  const confirmed = isPrueba(confirmacion) && visita(confirmacion, zone);
  const lines = [
    text(dicho) && `Cómo lo dijo: ${dicho}`,
    text(usuario) && `Lo anotó ${usuario}`,
    text(detalle),
    via === 'UN_CLIC' && 'Con el botón de su programa de correo',
    via === 'PAGINA' && 'Con el botón de la página de baja',
    asked && `Lo pidió: ${asked}`,
    confirmed && `Lo confirmó: ${confirmed}`,
    visita(evidencia, zone),
  ];
  return lines.filter((line): line is string => typeof line === 'string');
}
