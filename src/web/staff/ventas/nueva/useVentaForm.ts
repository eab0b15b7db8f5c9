import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { createCliente } from '#contract/clientes.ts';
import type { FieldError } from '#contract/errors.ts';
import { fieldErrors } from '#contract/messages.ts';
import { createVenta } from '#contract/ventas.ts';
import { ApiError } from '../../../api/client.ts';
import { newKey } from '../../../api/idempotency.ts';
import { notifyProblem, useMutate } from '../../../api/queries.ts';
import { useContractForm } from '../../../ui/form/useContractForm.ts';
import type { PersonaElegida } from '../ElegirPersona.tsx';
import type { EmpresaElegida } from './ElegirEmpresa.tsx';
import { focusOn } from './focusOn.ts';
import { type Item, type ItemRef, keyOf } from './item.ts';
import type { Negativa } from './rechazo.ts';
import { useItems } from './useItems.ts';
import {
  clienteBody,
  fieldOfVenta,
  itemRefDe,
  nuevaLinea,
  renamed,
  subtotalDe,
  type VentaValues,
  ventaBody,
  ventaSchema,
} from './ventaForm.ts';

export type Start = {
  cliente?: PersonaElegida | undefined;
  empresa?: EmpresaElegida | undefined;
  item?: ItemRef | undefined;
};

/**
 * The form of a sale. A new person is created first; if the sale is then refused, that person is already
 * chosen, so that trying again creates no one twice.
 */
export function useVentaForm({ cliente, empresa, item }: Start) {
  const navigate = useNavigate();
  const [idempotencyKey] = useState(newKey);
  const [persona, setPersona] = useState(cliente);
  const [refusal, setRefusal] = useState<Negativa>();
  const [known] = useState(() => new Map<string, Item>());
  const crearCliente = useMutate(createCliente, { notifyError: false });
  const vender = useMutate(createVenta, { notifyError: false, done: 'Venta registrada.' });
  const created = useRef<PersonaElegida>(undefined);
  const initialValues: VentaValues = {
    persona: { tipo: 'EXISTENTE', clienteId: cliente?.id } as VentaValues['persona'],
    empresaId: empresa?.id ?? null,
    lineas: item ? [nuevaLinea(item)] : [],
    venceEn: undefined,
    pago: undefined,
  };

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
      if (error instanceof ApiError) setRefusal(error);
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
  const values = form.form.values as VentaValues;
  const { items, error, refresh } = useItems(values.lineas.map(itemRefDe), known);
  const total = values.lineas.reduce(
    (sum, linea, index) => sum + subtotalDe(linea, items[index]?.precio ?? 0),
    0,
  );

  function choose(next: PersonaElegida | undefined) {
    created.current = undefined;
    setPersona(next);
    setRefusal(undefined);
    set('persona', { tipo: 'EXISTENTE', clienteId: next?.id });
  }

  /** The person who was chosen, or the new one, created now; undefined when something of theirs is to be put right. */
  async function settlePersona(): Promise<PersonaElegida | undefined> {
    if (values.persona.tipo === 'EXISTENTE') return persona;
    const checked = ventaSchema.shape.persona.safeParse(values.persona);
    if (!checked.success) return complain(fieldErrors(checked.error, 'persona'));
    try {
      await personaId(values);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusal(error);
      return error.fields.length > 0 ? complain(error.fields) : void notifyProblem(error);
    }
    const { current } = created;
    choose(current);
    return current;
  }

  function complain(errors: readonly FieldError[]): undefined {
    form.form.setErrors(Object.fromEntries(errors.map(({ campo, mensaje }) => [campo, mensaje])));
    focusOn(`[name="${errors[0]?.campo}"]`);
  }

  function startNew(text: string, empresaId: number | null) {
    const email = text.includes('@') ? text : '';
    const telefono = /^[\d+\s()-]{6,}$/.test(text) ? text : '';
    // A name is not split by guessing where the surname begins.
    const nombres = email || /\d/.test(text) ? '' : text;
    set('persona', { tipo: 'NUEVA', nombres, apellidos: '', email, telefono, empresaId });
  }

  function add(item: Item) {
    known.set(keyOf(item), item);
    setLineas([...values.lineas, nuevaLinea(item)]);
  }

  const remove = (index: number) => setLineas(values.lineas.toSpliced(index, 1));

  function setLineas(lineas: VentaValues['lineas']) {
    setRefusal(undefined);
    // Errors are named by the number of their line, which changes.
    form.form.clearErrors();
    set('lineas', lineas);
  }

  return {
    form,
    field: (name: string) => form.field(name),
    set,
    values,
    persona,
    choose,
    startNew,
    settlePersona,
    items,
    itemsError: error,
    total,
    add,
    remove,
    refusal,
    /** What is left may have changed since the line was added. */
    refresh,
    forgetRefusal: () => setRefusal(undefined),
    /** Leaves without asking: what was typed has been used. */
    leave: () => form.form.resetDirty(),
  };
}

export type Venta = ReturnType<typeof useVentaForm>;
