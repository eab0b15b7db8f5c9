import { Button, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSend } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import type { TipoCampana } from '#contract/emails.ts';
import {
  createPlantilla,
  type Plantilla,
  sendPrueba,
  type Variable,
} from '#contract/plantillas.ts';
import { useMutate } from '../../../api/queries.ts';
import { FormFrame } from '../../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../../ui/form/useContractForm.ts';
import { ButtonLink } from '../../../ui/link.tsx';
import type { FormValues } from '../../useVersions.ts';
import type { PersonaElegida } from '../../ventas/ElegirPersona.tsx';
import { ContenidoEditor } from '../editor/ContenidoEditor.tsx';
import { EnviarPruebaModal } from '../editor/EnviarPruebaModal.tsx';
import { EscribirYVer } from '../editor/EscribirYVer.tsx';
import { fuenteContenido } from '../editor/useVista.ts';
import { VistaPrevia } from '../editor/VistaPrevia.tsx';
import { ejemplos, isUntouched } from './ejemplos.ts';
import type { PlantillaDraft } from './plantillaForm.ts';
import { TipoInput } from './TipoInput.tsx';

type Props = {
  initial: PlantillaDraft;
  variables: readonly Variable[];
  /** The heading of the page, with what reads or changes the form. */
  header: (form: FormValues) => ReactNode;
  notice?: (form: FormValues) => ReactNode;
  /** The problem is told by the notice already. */
  explained?: boolean;
  send: (body: z.input<typeof createPlantilla.body>) => Promise<Plantilla>;
  onDone: (plantilla: Plantilla) => void;
  submitLabel: string;
};

/** A template while it is written, beside how it will look. */
export function PlantillaForm(props: Props) {
  const {
    initial,
    variables,
    header,
    notice,
    explained = false,
    send,
    onDone,
    submitLabel,
  } = props;
  const [persona, setPersona] = useState<PersonaElegida>();
  const [testing, { open, close }] = useDisclosure();
  const probar = useMutate(sendPrueba, { notifyError: false });
  const form = useContractForm({
    schema: createPlantilla.body,
    initialValues: initial,
    send,
    onDone,
  });
  const { values } = form.form;
  const tipo = values.tipo ?? 'OFERTA';
  const escrito = {
    asunto: values.asunto ?? '',
    preheader: values.preheader ?? '',
    cuerpo: values.cuerpo ?? '',
  };
  const asValues: FormValues = {
    get: (name) => (form.form.getValues() as Record<string, unknown>)[name],
    set: (name, value) => form.form.setFieldValue(name as keyof PlantillaDraft, value as never),
  };

  function changeTipo(next: TipoCampana) {
    form.form.setFieldValue('tipo', next);
    if (!isUntouched(escrito)) return;
    for (const [name, value] of Object.entries(ejemplos[next])) asValues.set(name, value);
  }

  return (
    <>
      {header(asValues)}
      <EscribirYVer
        escribir={
          <FormFrame
            form={explained ? { ...form, problem: undefined } : form}
            submitLabel={submitLabel}
            cancel={
              <ButtonLink to="/app/emails/plantillas" variant="subtle">
                Cancelar
              </ButtonLink>
            }
          >
            {notice?.(asValues)}
            <TextInput
              label="Nombre"
              description="Solo lo ve el equipo."
              required
              maxLength={120}
              autoComplete="off"
              {...form.field('nombre')}
            />
            <TipoInput {...form.field('tipo')} onChange={changeTipo} />
            <ContenidoEditor field={(campo) => form.field(campo)} variables={variables} />
          </FormFrame>
        }
        ver={
          <VistaPrevia
            fuente={fuenteContenido({ tipo })}
            escrito={escrito}
            persona={persona}
            onPersona={setPersona}
            actions={
              <Button
                variant="default"
                leftSection={<IconSend size={18} aria-hidden />}
                onClick={open}
              >
                Enviar prueba
              </Button>
            }
          />
        }
      />
      <EnviarPruebaModal
        opened={testing}
        onClose={close}
        persona={persona}
        enviar={(para, clienteId) =>
          probar.mutateAsync({ body: { tipo, ...escrito, para, clienteId } })
        }
      />
    </>
  );
}
