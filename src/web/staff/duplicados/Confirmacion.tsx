import { List } from '@mantine/core';
import type { FichaDuplicado } from '#contract/duplicados.ts';
import { formatPesos } from '#contract/money.ts';
import { nombreCompleto } from '../clientes/persona.ts';
import { plural } from './plural.ts';

type Props = {
  queda: FichaDuplicado;
  sale: FichaDuplicado;
  /** As it will be called. */
  nombre: string;
  /** The address that the result does not keep. */
  correo: string | null;
};

const list = new Intl.ListFormat('es-CL');

/** Exactly what merging does. */
export function Confirmacion({ queda, sale, nombre, correo }: Props) {
  const sum = (key: 'ventas' | 'interacciones' | 'correos') => queda[key] + sale[key];
  const pagado = queda.pagado + sale.pagado;
  const ventas = plural(sum('ventas'), 'venta', 'ventas');
  const joined = [
    sum('ventas') > 0 && (pagado > 0 ? `${ventas} con ${formatPesos(pagado)} pagados` : ventas),
    sum('interacciones') > 0 && plural(sum('interacciones'), 'contacto', 'contactos'),
    sum('correos') > 0 && plural(sum('correos'), 'correo', 'correos'),
  ].filter((part) => part !== false);
  const closes = [queda, sale].some(({ cuentaPortal, email }) => cuentaPortal && email === correo);
  return (
    <List spacing="xs">
      <List.Item>
        Queda una sola ficha, la de {nombre} (ficha {queda.id}), con los datos que elegiste.
      </List.Item>
      <List.Item>
        {joined.length > 0 && `En ella se juntan ${list.format(joined)}. `}Nada se pierde ni se
        cuenta dos veces.
      </List.Item>
      <List.Item>
        La otra ficha, {nombreCompleto(sale)} (ficha {sale.id}), deja de existir.
      </List.Item>
      {correo && (
        <List.Item>
          Lo que llegue desde {correo} se anota en la ficha que queda. A ese correo no se le envían
          novedades.
        </List.Item>
      )}
      {correo && closes && (
        <List.Item>
          La cuenta del portal de {correo} se cierra: entra pidiendo un enlace al correo que queda.
        </List.Item>
      )}
      <List.Item>Puedes deshacerlo durante 30 días.</List.Item>
    </List>
  );
}
