import { Button } from '@mantine/core';
import { createEmpresa, type Empresa } from '#contract/empresas.ts';
import { useMutate } from '../../api/queries.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { useDuplicates } from '../useDuplicates.tsx';
import { EmpresaShortFields } from './EmpresaFields.tsx';
import { emptyEmpresa } from './empresaValues.ts';

type Props = {
  opened: boolean;
  onClose: () => void;
  /** The name to begin with, asked when it opens. */
  razonSocial: () => string;
  onCreated: (empresa: Empresa) => void;
};

/** Creates an empresa without leaving the form that needs it. */
export function EmpresaModal({ opened, onClose, ...rest }: Props) {
  return (
    <FormModal title="Crear empresa" opened={opened} onClose={onClose} size="lg">
      <EmpresaQuickForm onClose={onClose} {...rest} />
    </FormModal>
  );
}

function EmpresaQuickForm({ onClose, razonSocial, onCreated }: Omit<Props, 'opened'>) {
  const crear = useMutate(createEmpresa, { notifyError: false, done: 'Empresa creada.' });
  const duplicates = useDuplicates({ to: '/app/empresas', words: 'Ver cuál es' });
  const form = useContractForm({
    schema: createEmpresa.body,
    initialValues: emptyEmpresa(razonSocial()),
    send: (body) => duplicates.watch(crear.mutateAsync({ body })),
    onDone: (empresa) => {
      onCreated(empresa);
      onClose();
    },
    guard: false,
  });
  return (
    <FormFrame
      form={form}
      submitLabel="Crear empresa"
      cancel={
        <Button variant="subtle" onClick={onClose}>
          Cancelar
        </Button>
      }
    >
      <EmpresaShortFields
        field={form.field}
        rutError={duplicates.explain('rut', form.field('rut').error, form.form.values.rut)}
      />
    </FormFrame>
  );
}
