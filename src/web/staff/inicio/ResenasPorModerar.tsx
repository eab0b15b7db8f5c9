import { Text } from '@mantine/core';
import { AppLink } from '../../ui/link.tsx';
import { Panel } from '../../ui/Panel.tsx';

/** Reviews that wait for someone to publish or reject them. */
export function ResenasPorModerar({ cantidad }: { cantidad: number }) {
  if (cantidad === 0) return null;
  return (
    <Panel
      title="Reseñas por moderar"
      actions={
        <AppLink to="/app/resenas" search={{ estado: 'PENDIENTE' }}>
          Revisar
        </AppLink>
      }
    >
      <Text>
        {cantidad === 1 ? 'Espera 1 reseña' : `Esperan ${cantidad} reseñas`}: se ven en la página
        cuando las publiques.
      </Text>
    </Panel>
  );
}
