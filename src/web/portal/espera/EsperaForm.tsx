import { Button, NativeSelect, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { joinEsperaPublica } from '#contract/espera.ts';
import type { TallerPublico } from '#contract/publico.ts';
import { MAX_CUPOS_WEB } from '#contract/ventas.ts';
import { ApiError, call } from '../../api/client.ts';
import { useIdempotencyKey } from '../../api/idempotency.ts';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { Consent } from '../form/Consent.tsx';
import { forgetDraft } from '../form/draft.ts';
import { PersonaFields } from '../form/PersonaFields.tsx';
import { DRAFT_PERSONA, readPersona, useKeepPersona } from '../form/persona.ts';
import { SubmitSummary } from '../form/SubmitSummary.tsx';
import { Trap } from '../form/Trap.tsx';
import { readOrigin } from '../origin.ts';
import { tallerQuery } from '../publico.api.ts';
import { seatsCount } from '../talleres/words.ts';
import { esperaQuery } from './espera.api.ts';

// The Taller is not what the page shows any more: look again after these.
const CHANGED = new Set(['ESTADO_NO_PERMITE', 'TALLER_NO_DISPONIBLE']);

const options = (from: number) =>
  Array.from({ length: MAX_CUPOS_WEB + 1 - from }, (_, index) => ({
    value: String(from + index),
    label: seatsCount(from + index),
  }));

type Props = {
  taller: TallerPublico;
  /** The fewest seats worth waiting for: fewer are free. */
  minimum?: number;
};

/** Asks for seats of a full workshop, then shows the place in its waitlist. */
export function EsperaForm({ taller: { slug }, minimum = 1 }: Props) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const idempotency = useIdempotencyKey();
  const { form, field, submit, sending, problem } = useContractForm({
    schema: joinEsperaPublica.body,
    initialValues: { ...readPersona(), cantidad: minimum, aceptaNovedades: false, sitioWeb: '' },
    guard: false,
    send: async (values) => {
      const body = { ...values, ...readOrigin() };
      const idempotencyKey = idempotency.keyFor(body);
      try {
        return await call(joinEsperaPublica, { params: { slug }, body, idempotencyKey });
      } catch (error) {
        if (error instanceof ApiError && CHANGED.has(error.code)) {
          await queryClient.invalidateQueries(tallerQuery(slug));
        }
        throw error;
      }
    },
    onDone: (espera) => {
      forgetDraft(DRAFT_PERSONA);
      idempotency.forget();
      queryClient.setQueryData(esperaQuery(espera.codigo).queryKey, espera);
      void navigate({ to: '/espera/$codigo', params: { codigo: espera.codigo } });
    },
  });
  useKeepPersona(form.values);
  return (
    <form noValidate onSubmit={submit} aria-label="Lista de espera">
      <Stack gap="md">
        <PersonaFields field={field} />
        <NativeSelect
          label="Cupos"
          description="Te los ofrecemos todos juntos."
          size="md"
          {...field('cantidad')}
          onChange={(event) => form.setFieldValue('cantidad', Number(event.currentTarget.value))}
          data={options(minimum)}
        />
        <Consent {...field('aceptaNovedades', { type: 'checkbox' })} />
        <Trap {...field('sitioWeb')} />
        <div>
          <SubmitSummary problem={problem} errors={form.errors} />
          <Button type="submit" size="lg" fullWidth loading={sending}>
            Anótame en la lista de espera
          </Button>
        </div>
        <Text size="sm" c="dimmed" ta="center">
          Anotarte no cuesta nada ni te compromete.
        </Text>
      </Stack>
    </form>
  );
}
