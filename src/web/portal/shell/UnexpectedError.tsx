import { Container } from '@mantine/core';
import { ErrorState } from '../../ui/ErrorState.tsx';

/** A page that broke: for one, its code could not be fetched. */
export function UnexpectedError({ error }: { error: unknown }) {
  return (
    <Container size="xs" py="xl">
      <ErrorState error={error} retry={() => window.location.reload()} />
    </Container>
  );
}
