import { Input, Skeleton } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';

// The editor weighs as much as the rest of the screen: it comes when a form shows it.
const RichText = lazy(() => import('./RichText.tsx'));

type Props = {
  /** Its name for those who hear it; its panel shows it. */
  'aria-label': string;
  description?: ReactNode;
  error?: ReactNode;
  /** HTML; empty when there is no text. */
  value?: string | null | undefined;
  onChange?: (html: string) => void;
};

/** Text with plain formatting: headings, bold, italic, lists, quotes and links. */
export function RichTextInput({ description, error, value, onChange, ...props }: Props) {
  return (
    <Input.Wrapper description={description} error={error}>
      <Suspense fallback={<Skeleton height={240} mt={6} />}>
        <RichText
          label={props['aria-label']}
          value={value ?? ''}
          onChange={(html) => onChange?.(html)}
        />
      </Suspense>
    </Input.Wrapper>
  );
}
