import type { Origen } from './clientes.ts';

/** How the business says where people came from. */
export const nombresOrigen: Record<Origen, string> = {
  INSTAGRAM: 'Instagram',
  FACEBOOK: 'Facebook',
  GOOGLE: 'Google',
  TIKTOK: 'TikTok',
  WHATSAPP: 'WhatsApp',
  REFERIDO: 'Referido',
  EVENTO: 'Evento',
  NEWSLETTER: 'Novedades',
  WEB: 'Sitio web',
  OTRO: 'Otro',
};
