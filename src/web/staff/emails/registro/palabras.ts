import type { EmailItem } from '#contract/emails.ts';
import { nombresAutomatico, nombresTipoEmail } from '#contract/nombres.ts';
import { nombreCompleto } from '../../clientes/persona.ts';

/** Who a message is for, by name where there is one. */
export function destinatario({ cliente, email }: Pick<EmailItem, 'cliente' | 'email'>): string {
  return (cliente && nombreCompleto(cliente)) || email;
}

/** The subject as it went out, or what there is instead. */
export function asuntoDe({ asunto, estado }: Pick<EmailItem, 'asunto' | 'estado'>): string {
  if (asunto !== null) return asunto;
  return estado === 'EN_COLA' || estado === 'TOMADO' ? 'Se arma al salir' : 'No se llegó a armar';
}

type Origen = Pick<EmailItem, 'campana' | 'automatico' | 'prueba' | 'tipo'>;

/** What made a message: a campaign, something that happened, a test. */
export function origenDe({ campana, automatico, prueba, tipo }: Origen): string {
  if (campana) return `Campaña «${campana.nombre}»`;
  if (prueba) return 'Prueba';
  return automatico ? nombresAutomatico[automatico] : nombresTipoEmail[tipo];
}
