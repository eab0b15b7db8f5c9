import { Button, Group } from '@mantine/core';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ButtonLink } from '../../ui/link.tsx';

type Props = { filtered: boolean; onClear: () => void };

export function CatalogoEmpty({ filtered, onClear }: Props) {
  const newsletter = (
    <ButtonLink to="/novedades" variant={filtered ? 'default' : 'filled'}>
      Avísenme de nuevas fechas
    </ButtonLink>
  );
  if (!filtered) {
    return (
      <EmptyState title="Estamos preparando nuevas fechas" action={newsletter}>
        Por ahora no hay talleres publicados. Déjanos tu correo y serás de las primeras personas en
        saberlo.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No encontramos talleres así"
      action={
        <Group gap="sm" justify="center">
          <Button onClick={onClear}>Ver todos los talleres</Button>
          {newsletter}
        </Group>
      }
    >
      Prueba con otra palabra u otro interés, o déjanos tu correo para avisarte cuando haya fechas
      nuevas.
    </EmptyState>
  );
}
