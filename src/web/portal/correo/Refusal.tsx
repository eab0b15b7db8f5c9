import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { describeError } from '../../ui/ErrorState.tsx';

/** Why what was asked for was not done, said aloud too. */
export function Refusal({ error }: { error: Error | null }) {
  return (
    <div role="alert">
      {error && (
        <Alert
          color="red"
          role="none"
          mb="md"
          icon={<IconAlertTriangle aria-hidden />}
          title={describeError(error).title}
        />
      )}
    </div>
  );
}
