import { getCampana, listCampanas } from '#contract/campanas.ts';
import { getEmpresa, listEmpresas } from '#contract/empresas.ts';
import { listIntereses } from '#contract/intereses.ts';
import { callSignedIn } from '../../../api/session.ts';
import { fuentes as deVenta, type Fuente } from '../../emails/campanas/audiencia/cosas.ts';

const SHOWN = 20;
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const leerIntereses = async () => (await callSignedIn(listIntereses, {})).items;

/** Everything that a condition may name. */
export const fuentes = {
  ...deVenta,
  intereses: {
    buscar: async (q) =>
      (await leerIntereses()).filter(({ nombre }) => plain(nombre).includes(plain(q))),
    leer: async (id) => {
      const found = (await leerIntereses()).find((one) => one.id === id);
      if (!found) throw new Error('Ya no está');
      return found;
    },
  },
  campanas: {
    buscar: async (q) => (await callSignedIn(listCampanas, { query: { q, limite: SHOWN } })).items,
    leer: (id) => callSignedIn(getCampana, { params: { id } }),
  },
  empresas: {
    buscar: async (q) =>
      (await callSignedIn(listEmpresas, { query: { q, limite: SHOWN } })).items.map(
        ({ id, razonSocial }) => ({ id, nombre: razonSocial }),
      ),
    leer: async (id) => {
      const { razonSocial } = await callSignedIn(getEmpresa, { params: { id } });
      return { id, nombre: razonSocial };
    },
  },
} satisfies Record<string, Fuente>;

export type ClaseDeCosa = keyof typeof fuentes;
