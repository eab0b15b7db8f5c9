import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { getCurso } from '#contract/cursos.ts';
import { getProducto } from '#contract/productos.ts';
import { getTaller } from '#contract/talleres.ts';
import { useEndpoint } from '../../api/queries.ts';
import { useListSearch } from '../../ui/list/useListSearch.ts';

/** The filters of the list of sales that come with a link, and are only taken away here. */
export const filtrosDeVenta = ['taller', 'curso', 'producto'] as const;

const isId = (text: string | undefined) => text !== undefined && /^[1-9]\d{0,14}$/.test(text);

/** Which taller, curso or kit the list is of, and the way to all the sales. */
export function FiltroVenta() {
  const { search, set } = useListSearch();
  const { taller, curso, producto } = search;
  const params = (id: string | undefined) => ({ params: { id: id ?? '' } });
  const ofTaller = useEndpoint(getTaller, params(taller), { enabled: isId(taller) });
  const ofCurso = useEndpoint(getCurso, params(curso), { enabled: isId(curso) });
  const ofProducto = useEndpoint(getProducto, params(producto), { enabled: isId(producto) });
  if (!filtrosDeVenta.some((name) => search[name])) return null;
  const name = ofTaller.data?.titulo ?? ofCurso.data?.titulo ?? ofProducto.data?.nombre;
  return (
    <Button
      variant="light"
      rightSection={<IconX size={16} aria-hidden />}
      aria-label="Ver las ventas de todo"
      onClick={() => set({ taller: undefined, curso: undefined, producto: undefined })}
    >
      {name ? `De «${name}»` : 'De uno solo'}
    </Button>
  );
}
