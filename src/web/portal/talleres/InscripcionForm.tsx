import { Button, NativeSelect, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { formatPesos } from '#contract/money.ts';
import { createInscripcionPublica, type TallerPublico } from '#contract/publico.ts';
import { MAX_CUPOS_WEB } from '#contract/ventas.ts';
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
import { reservaQuery, tallerQuery } from '../publico.api.ts';
import { seatsCount } from './words.ts';

// Seats and kits are those of the moment in which they were asked for: look again after these.
const CHANGED = new Set([
  'SIN_CUPOS',
  'SIN_STOCK',
  'TALLER_NO_DISPONIBLE',
  'PRODUCTO_NO_DISPONIBLE',
]);

type Props = { taller: TallerPublico; onWantMore: () => void };

/** Takes seats of a workshop, then shows the reservation. */
export function InscripcionForm({ taller, onWantMore }: Props) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const idempotency = useIdempotencyKey();
  const { slug, precio, horasReserva, kits } = taller;
  const most = Math.max(1, taller.maximoPorInscripcion);

  const { form, field, submit, sending, problem } = useContractForm({
    schema: createInscripcionPublica.body,
    initialValues: {
      ...readPersona(),
      cantidad: 1,
      productos: [],
      aceptaNovedades: false,
      sitioWeb: '',
    },
    guard: false,
    send: async (values) => {
      const cantidad = Math.min(values.cantidad ?? 1, most);
      const productos = availableKits(kits, values.productos);
      const body = { ...values, cantidad, productos, ...readOrigin() };
      try {
        return await call(createInscripcionPublica, {
          params: { slug },
          body,
          idempotencyKey: idempotency.keyFor(body),
        });
      } catch (error) {
        if (error instanceof ApiError && CHANGED.has(error.code)) {
          await queryClient.invalidateQueries(tallerQuery(slug));
        }
        throw error;
      }
    },
    onDone: (reserva) => {
      forgetDraft(DRAFT_PERSONA);
      idempotency.forget();
      queryClient.setQueryData(reservaQuery(reserva.codigo).queryKey, reserva);
      void queryClient.invalidateQueries({ queryKey: ['taller', slug] });
      void queryClient.invalidateQueries({ queryKey: ['talleres'] });
      void navigate({ to: '/reservas/$codigo', params: { codigo: reserva.codigo } });
    },
  });
  useKeepPersona(form.values);
  const wanted = form.values.cantidad ?? 1;
  const total = precio * Math.min(wanted, most) + kitsTotal(kits, form.values.productos);

  return (
    <form noValidate onSubmit={submit} aria-label="Inscripción">
      <Stack gap="md">
        <PersonaFields field={field} />
        {(most > 1 || wanted > 1) && (
          <NativeSelect
            label="Cupos"
            size="md"
            {...field('cantidad')}
            value={Math.min(wanted, most)}
            onChange={(event) => form.setFieldValue('cantidad', Number(event.currentTarget.value))}
            data={Array.from({ length: most }, (_, index) => ({
              value: String(index + 1),
              label: optionText(index + 1, precio),
            }))}
          />
        )}
        {most < MAX_CUPOS_WEB && (
          <Button variant="subtle" size="compact-md" onClick={onWantMore}>
            ¿Necesitas más de {seatsCount(most)}?
          </Button>
        )}
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
            Inscribirme
          </Button>
        </div>
        {total > 0 && (
          <Text size="sm" c="dimmed" ta="center">
            Reservamos tu cupo por {horasReserva} {horasReserva === 1 ? 'hora' : 'horas'} mientras
            pagas por transferencia. Los datos de pago vienen en el paso siguiente.
          </Text>
        )}
      </Stack>
    </form>
  );
}

function optionText(cantidad: number, precio: number): string {
  return precio === 0
    ? seatsCount(cantidad)
    : `${seatsCount(cantidad)} · ${formatPesos(cantidad * precio)}`;
}
