import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useRef } from 'react';
import type { z } from 'zod';
import { type Cliente, clienteCampos } from '#contract/clientes.ts';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { Parecidos } from '../duplicados/Parecidos.tsx';
import { EmpresaModal } from '../empresas/EmpresaModal.tsx';
import { usePuede } from '../session.ts';
import { useDuplicates } from '../useDuplicates.tsx';
import type { FormValues } from '../useVersions.ts';
import { ClienteFields } from './ClienteFields.tsx';
import type { ClienteDraft } from './clienteValues.ts';

type Body = z.input<typeof clienteCampos>;

type Props = {
  initial: ClienteDraft;
  send: (body: Body) => Promise<Cliente>;
  onDone: (cliente: Cliente) => void;
  submitLabel: string;
  cancel: ReactNode;
  /** Above the fields; it may read and write the values. */
  notice?: (form: FormValues) => ReactNode;
  /** Nobody of the list yet: it warns of those who may be the same. */
  nuevo?: boolean;
  /** The notice already says why it was not saved. */
  explained?: boolean;
};

/** The form of a person, new or known. */
export function ClienteForm(props: Props) {
  const { initial, send, onDone, submitLabel, cancel, notice } = props;
  const { explained = false, nuevo = false } = props;
  const puede = usePuede();
  const searched = useRef('');
  const [creating, { open, close }] = useDisclosure();
  const duplicates = useDuplicates({ to: '/app/clientes', words: 'Ver quién es' });
  const form = useContractForm({
    schema: clienteCampos,
    initialValues: initial,
    send: (body) => duplicates.watch(send(onlyWhatApplies(body))),
    onDone,
  });
  const { form: state } = form;
  const access: FormValues = {
    get: (name) => (state.getValues() as Record<string, unknown>)[name],
    set: (name, value) => state.setFieldValue(name, value as never),
  };
  return (
    <>
      <FormFrame
        form={explained ? { ...form, problem: undefined } : form}
        submitLabel={submitLabel}
        cancel={cancel}
      >
        {notice?.(access)}
        <ClienteFields
          field={form.field}
          values={state.values}
          explain={duplicates.explain}
          aviso={nuevo && <Parecidos escrito={state.values} />}
          onEmpresaText={(text) => {
            // Leaving the field empties it, but what was sought is still what one wants to create.
            if (text) searched.current = text;
          }}
          onNewEmpresa={puede('empresas:escribir') ? open : undefined}
        />
      </FormFrame>
      {/* Outside the form: what is sent in a dialog must not send the form behind it. */}
      <EmpresaModal
        opened={creating}
        onClose={close}
        razonSocial={() => (state.getValues().empresaId ? '' : searched.current)}
        onCreated={({ id }) => state.setFieldValue('empresaId', id)}
      />
    </>
  );
}

/** Fields that were hidden by a later choice are not sent. */
function onlyWhatApplies(body: Body): Body {
  return {
    ...body,
    empresaId: body.tipo === 'B2B' ? body.empresaId : null,
    origenDetalle: {
      ...body.origenDetalle,
      referidoPor: body.origen === 'REFERIDO' ? body.origenDetalle?.referidoPor : null,
    },
  };
}
