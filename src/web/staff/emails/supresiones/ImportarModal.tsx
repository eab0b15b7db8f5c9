import { Button, FileInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { opciones } from '#contract/nombres.ts';
import { type MotivoSupresion, motivoSupresion } from '#contract/supresiones.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { FormModal } from '../../../ui/FormModal.tsx';
import { ImportarAvance } from './ImportarAvance.tsx';
import { alcanceMotivo, nombresMotivo } from './motivos.ts';
import { readDirecciones } from './readDirecciones.ts';
import { useImport } from './useImport.ts';

type Props = { opened: boolean; onClose: () => void };

const number = new Intl.NumberFormat('es-CL');

/** Many addresses at once: those who left another service, for example. */
export function ImportarModal({ opened, onClose }: Props) {
  return (
    <FormModal title="Importar direcciones" opened={opened} onClose={onClose} size="lg">
      <ImportarForm onClose={onClose} />
    </FormModal>
  );
}

function ImportarForm({ onClose }: Pick<Props, 'onClose'>) {
  const [text, setText] = useState('');
  const [motivo, setMotivo] = useState<MotivoSupresion>('BAJA');
  const [detalle, setDetalle] = useState('');
  const { run, avance, error, running } = useImport();
  const emails = readDirecciones(text);

  async function readFile(file: File | null) {
    if (file) setText(await file.text());
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (emails.length > 0 && !running) void run({ emails, motivo, detalle });
  }
  if (avance && !error) {
    return <ImportarAvance avance={avance} running={running} onClose={onClose} />;
  }
  return (
    <form onSubmit={submit} noValidate aria-label="Importar direcciones">
      <Stack gap="md">
        {error && <ErrorState error={error} />}
        <Text>
          Las que ya están en la lista quedan como están. Lo que haya en cola para las nuevas se
          detiene ahora.
        </Text>
        <FileInput
          label="Archivo"
          description="CSV o texto, con una dirección por línea."
          placeholder="Elegir un archivo"
          accept=".csv,.txt,text/csv,text/plain"
          clearable
          clearButtonProps={{ 'aria-label': 'Quitar el archivo' }}
          onChange={(file) => void readFile(file)}
        />
        <Textarea
          label="O pégalas aquí"
          autosize
          minRows={4}
          maxRows={10}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Select
          label="Por qué no se les escribe"
          description={alcanceMotivo[motivo]}
          data={opciones(nombresMotivo)}
          value={motivo}
          allowDeselect={false}
          onChange={(value) => setMotivo(motivoSupresion.parse(value))}
        />
        <TextInput
          label="De dónde vienen"
          description="Opcional. Por ejemplo, el servicio de correo anterior."
          maxLength={300}
          value={detalle}
          onChange={(event) => setDetalle(event.currentTarget.value)}
        />
        <Button type="submit" loading={running} disabled={emails.length === 0}>
          {emails.length === 0
            ? 'Importar'
            : emails.length === 1
              ? 'Importar 1 dirección'
              : `Importar ${number.format(emails.length)} direcciones`}
        </Button>
      </Stack>
    </form>
  );
}
