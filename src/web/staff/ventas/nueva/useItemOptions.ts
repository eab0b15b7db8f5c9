import { useDebouncedValue } from '@mantine/hooks';
import { listCursos } from '#contract/cursos.ts';
import { listProductos } from '#contract/productos.ts';
import { listTalleres } from '#contract/talleres.ts';
import { useEndpoint } from '../../../api/queries.ts';
import type { PickerOption } from '../../../ui/Picker.tsx';
import { precioDe } from '../useTallerOptions.ts';
import { type Item, itemDeCurso, itemDeProducto, itemDeTaller, keyOf, quedanDe } from './item.ts';

const FEW = 3;
const MANY = 6;

/** What is for sale and matches a text: talleres to come, cursos and kits, those in `chosen` disabled. */
export function useItemOptions(q: string, chosen: ReadonlySet<string>) {
  const [asked] = useDebouncedValue(q.trim(), 200);
  const query = { q: asked, limite: asked ? MANY : FEW };
  const keep = { keep: true };
  const talleres = useEndpoint(
    listTalleres,
    { query: { ...query, limite: MANY, cuando: 'PROXIMOS', estado: ['PUBLICADO'] } },
    keep,
  );
  const cursos = useEndpoint(listCursos, { query: { ...query, estado: ['PUBLICADO'] } }, keep);
  const productos = useEndpoint(listProductos, { query: { ...query, estado: ['ACTIVO'] } }, keep);
  const now = new Date().toISOString();
  const items: Item[] = [
    ...(talleres.data?.items ?? []).map((taller) => itemDeTaller(taller, now)),
    ...(cursos.data?.items ?? []).map(itemDeCurso),
    ...(productos.data?.items ?? []).map(itemDeProducto),
  ];
  const lists = [talleres, cursos, productos];
  return {
    items,
    options: items.map((item) => toOption(item, chosen.has(keyOf(item)))),
    loading: asked !== q.trim() || lists.some(({ isFetching }) => isFetching),
    asked,
  };
}

function toOption(item: Item, chosen: boolean): PickerOption {
  // A full taller may be chosen: its waitlist is offered. A kit that is sold out has none.
  const gone = item.tipo === 'PRODUCTO' && item.quedan === 0;
  return {
    key: keyOf(item),
    title: item.titulo,
    detail: `${item.detalle} · ${precioDe(item.precio)}`,
    aside: chosen ? 'Ya está en la venta' : quedanDe(item),
    disabled: chosen || gone,
  };
}
