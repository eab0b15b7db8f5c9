import { Button, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type CursoPublico, createCompraCurso } from '#contract/publico.ts';
import { ApiError, call } from '../../api/client.ts';
import { useIdempotencyKey } from '../../api/idempotency.ts';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { Consent } from '../form/Consent.tsx';
import { forgetDraft } from '../form/draft.ts';
import { availableKits, Kits, kitsTotal } from '../form/Kits.tsx';
import { PersonaFields } from '../form/PersonaFields.tsx';
import { DRAFT_PERSONA, readPersona, useKeepPersona } from '../form/persona.ts';
import { SubmitSummary } from '../form/SubmitSummary.tsx';
import { Total } from '../form/Total.tsx';
import { Trap } from '../form/Trap.tsx';
import { readOrigin } from '../origin.ts';
import { cursoQuery, reservaQuery } from '../publico.api.ts';

// Kits are those of the moment in which they were asked for: look again after these.
const CHANGED = new Set(['SIN_STOCK', 'PRODUCTO_NO_DISPONIBLE', 'CURSO_NO_DISPONIBLE']);

type Props = { curso: CursoPublico; action: string };

/** Buys a course, then shows the reservation. */
export function CompraForm({ curso, action }: Props) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const idempotency = useIdempotencyKey();
  const { slug, precio, horasReserva, kits } = curso;

  const { form, field, submit, sending, problem } = useContractForm({
    schema: createCompraCurso.body,
    initialValues: { ...readPersona(), productos: [], aceptaNovedades: false, sitioWeb: '' },
    guard: false,
    send: async (values) => {
      const productos = availableKits(kits, values.productos);
      const body = { ...values, productos, ...readOrigin() };
      try {
        return await call(createCompraCurso, {
          params: { slug },
          body,
          idempotencyKey: idempotency.keyFor(body),
        });
      } catch (error) {
        if (error instanceof ApiError && CHANGED.has(error.code)) {
          await queryClient.invalidateQueries(cursoQuery(slug));
        }
        throw error;
      }
    },
    onDone: (reserva) => {
      forgetDraft(DRAFT_PERSONA);
      idempotency.forget();
      queryClient.setQueryData(reservaQuery(reserva.codigo).queryKey, reserva);
      void queryClient.invalidateQueries({ queryKey: ['curso', slug] });
      void navigate({ to: '/reservas/$codigo', params: { codigo: reserva.codigo } });
    },
  });
  useKeepPersona(form.values);
  const total = precio + kitsTotal(kits, form.values.productos);

  return (
    <form noValidate onSubmit={submit} aria-label="Comprar el curso">
      <Stack gap="md">
        <PersonaFields field={field} />
        <Kits
          legend="Agrega un kit"
          kits={kits}
          value={form.values.productos}
          onChange={(productos) => form.setFieldValue('productos', productos)}
        />
        <Consent {...field('aceptaNovedades', { type: 'checkbox' })} />
        <Trap {...field('sitioWeb')} />
        {kits.length > 0 && <Total value={total} />}
        <div>
          <SubmitSummary problem={problem} errors={form.errors} />
          <Button type="submit" size="lg" fullWidth loading={sending}>
            {action}
          </Button>
        </div>
        {total > 0 && (
          <Text size="sm" c="dimmed" ta="center">
            Guardamos tu compra por {horasReserva} {horasReserva === 1 ? 'hora' : 'horas'} mientras
            pagas por transferencia. Los datos de pago vienen en el paso siguiente, y puedes entrar
            al curso apenas recibimos el pago.
          </Text>
        )}
      </Stack>
    </form>
  );
}
