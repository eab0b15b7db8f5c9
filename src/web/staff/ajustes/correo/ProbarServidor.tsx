import { Button, Divider, Group, Text } from '@mantine/core';
import { type AjustesCorreo, probarSmtp } from '#contract/correo.ts';
import { useMutate } from '../../../api/queries.ts';
import { EmailInput } from '../../../ui/form/EmailInput.tsx';
import { useContractForm } from '../../../ui/form/useContractForm.ts';
import { useYo } from '../../session.ts';
import { Resultado } from './Resultado.tsx';

type Props = { correo: AjustesCorreo; sinGuardar: boolean };

/** Tries the server in force, and sends a message if asked. */
export function ProbarServidor({ correo, sinGuardar }: Props) {
  const yo = useYo();
  const conectar = useMutate(probarSmtp, {});
  const enviar = useMutate(probarSmtp, { notifyError: false });
  const form = useContractForm({
    schema: probarSmtp.body,
    initialValues: { para: yo?.email ?? '' },
    send: (body) => {
      conectar.reset();
      return enviar.mutateAsync({ body });
    },
    guard: false,
  });
  if (correo.transporte.tipo === 'LOCAL') return null;
  const result = conectar.data ?? enviar.data;
  return (
    <>
      <Divider label="Probar" labelPosition="left" mt="lg" mb="sm" />
      <Text size="sm" c="dimmed" mb="sm">
        Se prueba lo que está en uso: {correo.transporte.servidor}.
        {sinGuardar && ' Guarda primero para probar tus cambios.'}
      </Text>
      <form noValidate onSubmit={form.submit}>
        <Group align="flex-end" gap="sm">
          <div style={{ flex: '1 1 220px' }}>
            <EmailInput label="Enviar un mensaje de prueba a" {...form.field('para')} />
          </div>
          <Button type="submit" variant="default" loading={form.sending}>
            Enviar prueba
          </Button>
          <Button
            variant="subtle"
            loading={conectar.isPending}
            onClick={() => {
              enviar.reset();
              conectar.mutate({ body: {} });
            }}
          >
            Solo conectar
          </Button>
        </Group>
      </form>
      {form.problem && <Resultado bien={false} detalle={form.problem.title} />}
      {result && <Resultado {...result} />}
    </>
  );
}
