import { lazy, Suspense } from 'react';

const Modals = lazy(async () => {
  const { ModalsProvider } = await import('@mantine/modals');
  return { default: () => <ModalsProvider>{null}</ModalsProvider> };
});

/** Where the question appears that a changed form asks before it is left; it loads after the form. */
export function AskHost() {
  return (
    <Suspense>
      <Modals />
    </Suspense>
  );
}
