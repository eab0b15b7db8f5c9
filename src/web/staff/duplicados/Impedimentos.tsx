import { Alert, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Comparacion } from '#contract/duplicados.ts';
import { AppLink } from '../../ui/link.tsx';

/** What keeps two from being merged, each with where it is mended. */
export function Impedimentos({ items }: { items: Comparacion['impedimentos'] }) {
  if (items.length === 0) return null;
  return (
    <Alert
      role="alert"
      mb="md"
      color="yellow"
      icon={<IconAlertTriangle aria-hidden />}
      title="Todavía no se pueden unir"
    >
      <List spacing="xs" className="tap-links">
        {items.map(({ mensaje, cobros }) => (
          <List.Item key={mensaje}>
            {mensaje}
            {cobros.map(({ id, codigo }) => (
              <span key={id}>
                {' '}
                <AppLink to="/app/ventas/$id" params={{ id: String(id) }}>
                  Venta {codigo}
                </AppLink>
              </span>
            ))}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
