import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { FormProblem } from '../../ui/form/useContractForm.ts';
import classes from './form.module.css';

type Props = {
  problem: FormProblem | undefined;
  /** The errors that stand beside their fields, by field. */
  errors: Record<string, unknown>;
};

/** Above the button that was just pressed: why nothing was sent, said aloud too. */
export function SubmitSummary({ problem, errors }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  const count = Object.values(errors).filter(Boolean).length;
  const beside =
    count === 1
      ? 'Revisa el dato marcado más arriba.'
      : `Revisa los ${count} datos marcados más arriba.`;
  const lines = problem
    ? [
        ...problem.rest.map(({ mensaje }) => mensaje),
        ...(count > 0 ? [beside] : []),
        ...(problem.reference ? [`Número de referencia: ${problem.reference}`] : []),
      ]
    : [];
  return (
    <div role="alert" ref={ref} className={classes.summary}>
      {(problem || count > 0) && (
        <Alert
          color="red"
          role="none"
          variant="light"
          icon={<IconAlertTriangle aria-hidden />}
          title={problem?.title ?? beside}
        >
          {lines.length > 0 && lines.map((line) => <div key={line}>{line}</div>)}
        </Alert>
      )}
    </div>
  );
}
