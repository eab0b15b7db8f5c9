import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  title: string;
  opened: boolean;
  onClose: () => void;
  size?: string | number;
  children: ReactNode;
};

/**
 * A dialog with a form: a click beside it does not lose what was typed, and it leaves at once, so that
 * the second click of a double one finds no button. Its content starts anew each time it opens.
 */
export function FormModal({ title, opened, onClose, size = 'md', children }: Props) {
  return (
    <Modal
      title={title}
      opened={opened}
      onClose={onClose}
      size={size}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
    >
      {children}
    </Modal>
  );
}
