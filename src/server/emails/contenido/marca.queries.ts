import { nombreComuna } from '#contract/comunas.ts';
import { formatPhone } from '#contract/phone.ts';
import type { Db, Trx } from '../../core/db/connect.ts';

/** Who writes, as every message shows it. */
export type Marca = {
  nombre: string;
  logo: { url: string; ancho: number } | null;
  /** `#rrggbb`. */
  colorAcento: string;
  /** Postal; a promotional message cannot go out without it. */
  direccion: string | null;
  email: string | null;
  telefono: string | null;
  whatsapp: string | null;
  web: string;
};

const LOGO_ANCHO = 200;
const LOGO_ALTO = 72;

/** Where programs of mail find a stored image. */
export function imagenCorreoUrl(publicUrl: string, id: string): string {
  return `${publicUrl}/api/publico/correo/imagenes/${id}`;
}

export async function readMarcaCorreo(db: Db | Trx, publicUrl: string): Promise<Marca> {
  const { logoId, ancho, alto, comuna, direccion, ...negocio } = await db
    .selectFrom('negocio as n')
    .leftJoin('archivo as a', 'a.id', 'n.logoId')
    .select(['n.nombre', 'n.colorAcento', 'n.direccion', 'n.comuna', 'n.email', 'n.telefono'])
    .select(['n.whatsapp', 'n.logoId', 'a.ancho', 'a.alto'])
    .executeTakeFirstOrThrow();
  const postal = [direccion, comuna && nombreComuna(comuna)].filter(Boolean).join(', ');
  const scale = Math.min(LOGO_ANCHO / (ancho ?? 1), LOGO_ALTO / (alto ?? 1), 1);
  const logo = logoId && {
    url: imagenCorreoUrl(publicUrl, logoId),
    ancho: Math.max(24, Math.round((ancho ?? LOGO_ANCHO) * scale)),
  };
  return {
    ...negocio,
    telefono: negocio.telefono && formatPhone(negocio.telefono),
    logo: logo || null,
    direccion: direccion ? postal : null,
    web: publicUrl,
  };
}
