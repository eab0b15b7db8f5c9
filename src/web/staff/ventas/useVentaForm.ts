import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { createCliente } from '#contract/clientes.ts';
import { createVenta } from '#contract/ventas.ts';
import { ApiError } from '../../api/client.ts';
import { newKey } from '../../api/idempotency.ts';
import { useMutate } from '../../api/queries.ts';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import type { PersonaElegida } from './ElegirPersona.tsx';
import {
  clienteBody,
  fieldOfVenta,
  renamed,
  type VentaValues,
  ventaBody,
  ventaSchema,
} from './ventaForm.ts';

type Start = { cliente?: PersonaElegida | undefined; tallerId?: number | undefined };

/**
 * The form of a sale. A new person is created first; if the sale is then refused, that person is already
 * chosen, so that trying again creates no one twice.
 */
export function useVentaForm({ cliente, tallerId }: Start) {
  const navigate = useNavigate();
  const [idempotencyKey] = useState(newKey);
  const [persona, setPersona] = useState(cliente);
  const [refusal, setRefusal] = useState<ApiError['code']>();
  const crearCliente = useMutate(createCliente, { notifyError: false });
  const vender = useMutate(createVenta, { notifyError: false, done: 'Inscripción hecha.' });
  const created = useRef<PersonaElegida>(undefined);
  const initialValues = {
    persona: { tipo: 'EXISTENTE', clienteId: cliente?.id },
    linea: { tallerId, cantidad: 1, descuento: undefined, descuentoMotivo: '' },
    asistentes: [],
    venceEn: undefined,
    pago: undefined,
  } as unknown as VentaValues;

  async function personaId({ persona }: VentaValues): Promise<number> {
    if (persona.tipo === 'EXISTENTE') return persona.clienteId;
    created.current = await crearCliente
      .mutateAsync({ body: clienteBody(persona) })
      .catch((error: unknown) => {
        throw renamed(error, (campo) => `persona.${campo}`);
      });
    return created.current.id;
  }

  async function send(values: VentaValues) {
    setRefusal(undefined);
    try {
      const body = ventaBody(values, await personaId(values));
      return await vender.mutateAsync({ body, idempotencyKey });
    } catch (error) {
      if (created.current) choose(created.current);
      if (error instanceof ApiError) setRefusal(error.code);
      throw renamed(error, fieldOfVenta);
    }
  }

  const form = useContractForm({
    schema: ventaSchema,
    initialValues,
    send,
    onDone: ({ id }) => void navigate({ to: '/app/ventas/$id', params: { id: String(id) } }),
  });
  const set = (name: string, value: unknown) => form.form.setFieldValue(name, value as never);

  function choose(next: PersonaElegida | undefined) {
    created.current = undefined;
    setPersona(next);
    setRefusal(undefined);
    set('persona', { tipo: 'EXISTENTE', clienteId: next?.id });
  }

  function startNew(text: string) {
    const email = text.includes('@') ? text : '';
    const telefono = /^[\d+\s()-]{6,}$/.test(text) ? text : '';
    // A name is not split by guessing where the surname begins.
    const nombres = email || /\d/.test(text) ? '' : text;
    set('persona', { tipo: 'NUEVA', nombres, apellidos: '', email, telefono, empresaId: null });
  }

  return {
    form,
    field: (name: string) => form.field(name),
    set,
    values: form.form.values as VentaValues,
    persona,
    choose,
    startNew,
    refusal,
    forgetRefusal: () => setRefusal(undefined),
  };
}

export type VentaForm = ReturnType<typeof useVentaForm>;
