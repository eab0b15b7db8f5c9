import { Input, Skeleton, Stack } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useId } from 'react';
import type { Variable } from '#contract/plantillas.ts';
import { TextoConVariables } from './TextoConVariables.tsx';
import { VariablesContext } from './variablesContext.ts';

// It weighs as much as the rest of the screen: it comes when a form shows it.
const Cuerpo = lazy(() => import('./Cuerpo.tsx'));

export type CampoContenido = 'asunto' | 'preheader' | 'cuerpo';

/** What `useContractForm().field(…)` gives. */
type CampoProps = {
  value?: string | null | undefined;
  onChange: (value: string) => void;
  error?: ReactNode;
  name?: string;
  'data-path'?: string;
};

type Props = {
  /** `(campo) => form.field(campo)`, or with the path at which the content stands in the body. */
  field: (campo: CampoContenido) => CampoProps;
  /** Those that may be written in this message. */
  variables: readonly Variable[];
};

/** What a message says: its subject, the line after it, and its body, each with its variables. */
export function ContenidoEditor({ field, variables }: Props) {
  const errorId = useId();
  const { value: asunto, ...asuntoProps } = field('asunto');
  const { value: preheader, ...preheaderProps } = field('preheader');
  const cuerpo = field('cuerpo');
  return (
    <VariablesContext value={variables}>
      <Stack gap="md">
        <TextoConVariables
          label="Asunto"
          required
          maxLength={200}
          variables={variables}
          value={asunto ?? ''}
          {...asuntoProps}
        />
        <TextoConVariables
          label="Línea que sigue al asunto"
          description="Se lee en la bandeja, al lado del asunto. Si falta, se ve el comienzo del mensaje."
          maxLength={200}
          variables={variables}
          value={preheader ?? ''}
          {...preheaderProps}
        />
        <Input.Wrapper
          label="Mensaje"
          labelElement="div"
          required
          error={cuerpo.error}
          errorProps={{ id: errorId }}
        >
          <Suspense fallback={<Skeleton height={360} mt={6} />}>
            <Cuerpo
              value={cuerpo.value ?? ''}
              onChange={cuerpo.onChange}
              path={cuerpo['data-path']}
              errorId={cuerpo.error ? errorId : undefined}
            />
          </Suspense>
        </Input.Wrapper>
      </Stack>
    </VariablesContext>
  );
}
