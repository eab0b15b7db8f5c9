import { type Fusion, undoFusion } from '#contract/duplicados.ts';
import { useMutate } from '../../api/queries.ts';
import { confirmAction } from '../../ui/confirm.tsx';
import { nombreCompleto } from '../clientes/persona.ts';

/** Takes two apart again, after asking. */
export function useDeshacer(onDone?: (fusion: Fusion) => void) {
  const deshacer = useMutate(undoFusion, {
    done: ({ nombre }) => `Separadas. La ficha de ${nombre} está otra vez como antes.`,
    onSuccess: (fusion) => onDone?.(fusion),
  });
  return {
    isPending: deshacer.isPending,
    ask: async (fusion: Fusion) => {
      const sure = await confirmAction({
        title: `¿Separar a ${fusion.nombre}?`,
        body: `Vuelven a ser dos fichas, cada una con sus datos, ventas, contactos y correos de antes. Lo que pasó después de unirlas se queda con ${nombreCompleto(fusion.principal)} (ficha ${fusion.principal.id}).`,
        confirm: 'Separar fichas',
      });
      if (sure) deshacer.mutate({ params: { id: fusion.id } });
    },
  };
}
