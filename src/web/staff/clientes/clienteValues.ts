import type { GetInputPropsReturnType } from '@mantine/form';
import type { Cliente, clienteCampos } from '#contract/clientes.ts';
import { formatRut } from '#contract/rut.ts';
import type { Draft } from '../../ui/form/useContractForm.ts';

export type ClienteDraft = Draft<typeof clienteCampos>;

/** What a part of the form needs: its inputs by name, and what they hold. */
export type ClienteFormPart = {
  field: (name: string) => GetInputPropsReturnType;
  values: ClienteDraft;
};

/** A form with nothing in it yet but what the way here already says. */
export function emptyCliente(known: Pick<ClienteDraft, 'tipo' | 'empresaId'>): ClienteDraft {
  return {
    empresaId: null,
    nombres: '',
    apellidos: '',
    email: '',
    telefono: '',
    rut: '',
    fechaNacimiento: null,
    comuna: null,
    origenDetalle: noDetail,
    intereses: [],
    responsableId: null,
    notas: '',
    ...known,
  };
}

const noDetail = { referidoPor: '', utmSource: '', utmMedium: '', utmCampaign: '' };

/** A Cliente as its form holds it. */
export function clienteValues(cliente: Cliente): ClienteDraft {
  const { origenDetalle: detail } = cliente;
  return {
    tipo: cliente.tipo,
    empresaId: cliente.empresa?.id ?? null,
    nombres: cliente.nombres,
    apellidos: cliente.apellidos,
    email: cliente.email ?? '',
    telefono: cliente.telefono ?? '',
    rut: cliente.rut ? formatRut(cliente.rut) : '',
    fechaNacimiento: cliente.fechaNacimiento,
    comuna: cliente.comuna,
    origen: cliente.origen,
    origenDetalle: {
      referidoPor: detail.referidoPor ?? '',
      utmSource: detail.utmSource ?? '',
      utmMedium: detail.utmMedium ?? '',
      utmCampaign: detail.utmCampaign ?? '',
    },
    intereses: cliente.intereses.map(({ id }) => id).toSorted((a, b) => a - b),
    responsableId: cliente.responsable?.id ?? null,
    notas: cliente.notas ?? '',
  };
}
