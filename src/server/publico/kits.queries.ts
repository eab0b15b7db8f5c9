import { imagenUrl } from '#contract/archivos.ts';
import type { KitPublico } from '#contract/publico.ts';
import { MAX_KITS_WEB } from '#contract/ventas.ts';
import type { Db, Trx } from '../core/db/connect.ts';

const MAX_KITS = 10;

/** The kits sold on the page of a workshop or course of that interés; those without interés go with all. */
function selectOffered(db: Db | Trx, interesId: number | null) {
  return db
    .selectFrom('producto')
    .where('estado', '=', 'ACTIVO')
    .where('ventaWeb', '=', true)
    .where((eb) => eb.or([eb('interesId', 'is', null), eb('interesId', '=', interesId ?? 0)]));
}

export async function readKits(db: Db, interesId: number | null): Promise<KitPublico[]> {
  const rows = await selectOffered(db, interesId)
    .select(['slug', 'nombre', 'descripcion', 'imagenId', 'precio', 'stockActual'])
    .orderBy('nombre')
    .limit(MAX_KITS)
    .execute();
  return rows.map(({ imagenId, stockActual, ...kit }) => ({
    ...kit,
    imagenUrl: imagenId ? imagenUrl(imagenId) : null,
    maximo: Math.min(stockActual, MAX_KITS_WEB),
  }));
}

/** What a purchase needs of the kits it names; those not offered there are missing from the answer. */
export function selectKitsPedidos(db: Db | Trx, interesId: number | null, slugs: string[]) {
  return selectOffered(db, interesId)
    .select(['id', 'slug', 'nombre', 'precio', 'afectoIva'])
    .where('slug', 'in', slugs)
    .execute();
}
