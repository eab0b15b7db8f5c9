import type { EmailItem } from '#contract/emails.ts';
import { EstadoBadge } from '../../../ui/EstadoBadge.tsx';

type Props = Pick<EmailItem, 'rebotadoEn' | 'reclamadoEn' | 'abiertoEn' | 'clicEn'>;

/** What happened to a message after it was sent, the gravest alone. */
export function Sucesos({ rebotadoEn, reclamadoEn, abiertoEn, clicEn }: Props) {
  if (reclamadoEn) return <EstadoBadge tone="bad">Reclamo</EstadoBadge>;
  if (rebotadoEn) return <EstadoBadge tone="bad">Rebotó</EstadoBadge>;
  if (clicEn) return <EstadoBadge tone="info">Con clic</EstadoBadge>;
  if (abiertoEn) return <EstadoBadge tone="info">Abierto</EstadoBadge>;
  return null;
}
