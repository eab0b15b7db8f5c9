import { Input, Skeleton } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useId } from 'react';

// The editor weighs as much as the rest of the screen: it comes when a form shows it.
const RichText = lazy(() => import('./RichText.tsx'));

type Props = {
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  /** HTML; empty when there is no text. */
  value?: string | null | undefined;
  onChange?: (html: string) => void;
};

/** Text with plain formatting: headings, bold, italic, lists, quotes and links. */
export function RichTextInput({ label, description, error, value, onChange }: Props) {
  const id = useId();
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      labelProps={{ id }}
      description={description}
      error={error}
    >
      <Suspense fallback={<Skeleton height={240} mt={6} />}>
        <RichText labelledBy={id} value={value ?? ''} onChange={(html) => onChange?.(html)} />
      </Suspense>
    </Input.Wrapper>
  );
}
