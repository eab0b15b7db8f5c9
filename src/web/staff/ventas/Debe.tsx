import { Text } from '@mantine/core';
import { Money } from '../../ui/Money.tsx';

/** What is owed: it stands out only when it is something. */
export function Debe({ saldo }: { saldo: number }) {
  return (
    <Text inherit component="span" {...(saldo > 0 ? { fw: 600 } : { c: 'dimmed' })}>
      <Money value={saldo} />
    </Text>
  );
}
