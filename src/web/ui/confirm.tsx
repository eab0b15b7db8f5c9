import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import type { ReactNode } from 'react';

type Question = {
  title: string;
  /** Exactly what will happen. */
  body: ReactNode;
  confirm: string;
  cancel?: string;
  danger?: boolean;
};

/** Asks before an act; true when the person goes ahead. */
export function confirmAction(question: Question): Promise<boolean> {
  const { title, body, confirm, cancel = 'Volver', danger = false } = question;
  return new Promise((resolve) => {
    modals.openConfirmModal({
      title,
      children: typeof body === 'string' ? <Text>{body}</Text> : body,
      labels: { confirm, cancel },
      confirmProps: danger ? { color: 'red' } : {},
      onConfirm: () => resolve(true),
      onClose: () => resolve(false),
    });
  });
}
