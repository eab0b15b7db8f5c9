import { Alert, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { createPrimerAdmin, getPrimerUso, MIN_CLAVE } from '#contract/auth.ts';
import { call } from '../../api/client.ts';
import { keyOf } from '../../api/queries.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { EmailInput } from '../../ui/form/EmailInput.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { SecretInput } from '../../ui/form/SecretInput.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { AccessFrame } from './AccessFrame.tsx';

export default function PrimerUsoPage() {
  const { token } = useSearch({ strict: false });
  const estado = useQuery({
    queryKey: keyOf(getPrimerUso, { query: { token } }),
    queryFn: () => call(getPrimerUso, { query: { token } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <AccessFrame title="Crear tu cuenta">
      {estado.isPending && <ListSkeleton rows={4} />}
      {estado.isError && <ErrorState error={estado.error} retry={() => void estado.refetch()} />}
      {estado.data &&
        (estado.data.pendiente && estado.data.enlaceValido && token ? (
          <FirstAdminForm token={token} />
        ) : (
          <Unusable pending={estado.data.pendiente} />
        ))}
    </AccessFrame>
  );
}

function Unusable({ pending }: { pending: boolean }) {
  return pending ? (
    <Alert color="yellow" title="Este enlace ya no sirve">
      Reinicia el sistema: al partir muestra un enlace nuevo. Cada enlace se usa una sola vez.
    </Alert>
  ) : (
    <>
      <Text>La cuenta de administración ya está creada. Entra con tu correo y contraseña.</Text>
      <ButtonLink to="/app/entrar">Entrar</ButtonLink>
    </>
  );
}

function FirstAdminForm({ token }: { token: string }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useContractForm({
    schema: createPrimerAdmin.body,
    initialValues: { token, negocio: '', nombre: '', email: '', clave: '' },
    send: (body) => call(createPrimerAdmin, { body }),
    onDone: () => {
      client.clear();
      void navigate({ to: '/app' });
    },
  });
  return (
    <>
      <Text c="dimmed">
        Serás quien administra: podrás crear las cuentas de tu equipo y cambiar todo lo demás.
      </Text>
      <FormFrame form={form} submitLabel="Crear mi cuenta y entrar" wide>
        <TextInput
          label="Nombre de la escuela"
          description="Lo verán tus estudiantes. Puedes cambiarlo después."
          autoComplete="organization"
          {...form.field('negocio')}
        />
        <TextInput label="Tu nombre" {...form.field('nombre')} autoComplete="name" />
        <EmailInput label="Tu correo" {...form.field('email')} autoComplete="username" />
        <SecretInput
          label="Contraseña"
          description={`Al menos ${MIN_CLAVE} caracteres. Sirve una frase que recuerdes.`}
          autoComplete="new-password"
          {...form.field('clave')}
        />
      </FormFrame>
    </>
  );
}
