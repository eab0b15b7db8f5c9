import type { z } from 'zod';
import { type Negocio, updateAjustes } from '#contract/ajustes.ts';
import { useMutate } from '../../api/queries.ts';
import { useContractForm } from '../../ui/form/useContractForm.ts';

type Campo = Exclude<keyof z.input<typeof updateAjustes.body>, 'version'>;

/** A form over some of the settings: only these are sent, so that two screens never undo each other. */
export function useAjustesForm(negocio: Negocio, campos: readonly Campo[]) {
  const guardar = useMutate(updateAjustes, { notifyError: false, done: 'Ajustes guardados.' });
  const initialValues: z.input<typeof updateAjustes.body> = {
    version: negocio.version,
    ...Object.fromEntries(campos.map((campo) => [campo, negocio[campo] ?? emptyOf(campo)])),
  };
  return useContractForm({
    schema: updateAjustes.body,
    initialValues,
    send: (body) => guardar.mutateAsync({ body }),
  });
}

/** Choices are empty as null, texts as no text. */
function emptyOf(campo: Campo): null | '' {
  return campo === 'logoId' || campo === 'comuna' ? null : '';
}
