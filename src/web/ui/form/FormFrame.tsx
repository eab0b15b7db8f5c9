import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './FormFrame.module.css';
import type { ContractForm, FormProblem } from './useContractForm.ts';

type Props = {
  form: ContractForm;
  submitLabel?: string;
  /** A way out beside the submit button: a ButtonLink, or a Button that closes the dialog. */
  cancel?: ReactNode;
  /** A button as wide as the form, for short pages. */
  wide?: boolean;
  /** Keeps the buttons in sight while the fields of a dialog scroll. */
  pinned?: boolean;
  /** For what cannot be taken back. */
  danger?: boolean;
  children: ReactNode;
};

/** The form element: what went wrong on top, the fields, and the button that sends. */
export function FormFrame({
  form,
  submitLabel = 'Guardar',
  cancel,
  wide = false,
  pinned = false,
  danger = false,
  children,
}: Props) {
  return (
    <form noValidate onSubmit={form.submit}>
      <Stack gap="md">
        {form.problem && <ProblemAlert problem={form.problem} />}
        {children}
        <Group
          justify="flex-end"
          gap="sm"
          mt="xs"
          {...(pinned ? { className: classes.pinned } : {})}
        >
          {cancel}
          <Button
            type="submit"
            loading={form.sending}
            fullWidth={wide}
            {...(danger ? { color: 'red' } : {})}
          >
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function ProblemAlert({ problem }: { problem: FormProblem }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) ref.current?.scrollIntoView({ block: 'center' });
  }, [problem]);
  const { title, reference, rest } = problem;
  const bare = rest.length === 0 && !reference;
  return (
    <Alert
      ref={ref}
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={bare ? undefined : title}
    >
      {bare && <Text fw={600}>{title}</Text>}
      {rest.length > 0 && (
        <List size="sm">
          {rest.map(({ campo, mensaje }) => (
            <List.Item key={campo + mensaje}>{mensaje}</List.Item>
          ))}
        </List>
      )}
      {reference && `Número de referencia: ${reference}`}
    </Alert>
  );
}
