import { Alert, Button, Group, List, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ContractForm, FormProblem } from './useContractForm.ts';

type Props = {
  form: ContractForm;
  submitLabel?: string;
  /** A way out beside the submit button: a ButtonLink, or a Button that closes the dialog. */
  cancel?: ReactNode;
  /** A button as wide as the form, for short pages. */
  wide?: boolean;
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
  danger = false,
  children,
}: Props) {
  return (
    <form noValidate onSubmit={form.submit}>
      <Stack gap="md">
        {form.problem && <ProblemAlert problem={form.problem} />}
        {children}
        <Group justify="flex-end" gap="sm" mt="xs">
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
  return (
    <Alert
      ref={ref}
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={problem.title}
    >
      {problem.rest.length > 0 && (
        <List size="sm">
          {problem.rest.map(({ campo, mensaje }) => (
            <List.Item key={campo + mensaje}>{mensaje}</List.Item>
          ))}
        </List>
      )}
      {problem.reference && `Número de referencia: ${problem.reference}`}
    </Alert>
  );
}
