import { createContext, useContext } from 'react';
import type { Interaccion, TipoInteraccion } from '#contract/interacciones.ts';

/** Someone who may be reached. */
export type Contactable = {
  id: number;
  nombres: string;
  apellidos: string;
  email?: string | null;
  telefono: string | null;
};

/** What was agreed with them and is done by reaching them. */
export type Cumple = { cumple?: Interaccion | undefined };

export type ActoContacto = Cumple &
  (
    | { acto: 'REGISTRAR'; cliente: Contactable }
    /** They were just called or written to: the dialog asks whether to log that. */
    | { acto: 'OFRECER'; cliente: Contactable; tipo: TipoInteraccion; resumen?: string }
    | { acto: 'WHATSAPP'; cliente: Contactable }
    | { acto: 'CORREGIR'; interaccion: Interaccion }
  );

export const ContactoContext = createContext<(acto: ActoContacto) => void>(() => undefined);

/** Opens the dialogs of reaching a person; they stand once, over every screen. */
export const useContacto = () => useContext(ContactoContext);
