import { Text } from '@mantine/core';
import { formatMonth } from '../../ui/time.ts';

/** A month (`YYYY-MM`) in words, short where there is little room. */
export function Mes({ value }: { value: string }) {
  return (
    <>
      <Text span inherit visibleFrom="sm">
        {formatMonth(value, 'long')}
      </Text>
      <Text span inherit hiddenFrom="sm" style={{ whiteSpace: 'nowrap' }}>
        {formatMonth(value, 'short')}
      </Text>
    </>
  );
}
