import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconShare2 } from '@tabler/icons-react';

const canShare = typeof navigator.share === 'function';

/** The phone's own way of sharing, else the copied address. */
export function ShareButton({ title }: { title: string }) {
  const clipboard = useClipboard({ timeout: 3000 });
  if (!canShare && !('clipboard' in navigator)) return null;

  async function share() {
    const url = window.location.origin + window.location.pathname;
    if (!canShare) return clipboard.copy(url);
    // Closing the phone's sheet without choosing is no failure.
    await navigator.share({ title, url }).catch(() => {});
  }

  return (
    <Button
      variant="subtle"
      color="gray"
      c="dimmed"
      onClick={() => void share()}
      leftSection={
        clipboard.copied ? (
          <IconCheck size={18} aria-hidden />
        ) : (
          <IconShare2 size={18} aria-hidden />
        )
      }
    >
      <span aria-live="polite">{clipboard.copied ? 'Enlace copiado' : 'Compartir'}</span>
    </Button>
  );
}
