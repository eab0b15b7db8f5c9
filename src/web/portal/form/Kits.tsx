import { IconBox } from '@tabler/icons-react';
import { formatPesos } from '#contract/money.ts';
import type { KitPublico } from '#contract/publico.ts';
import { KitStepper } from './KitStepper.tsx';
import classes from './kits.module.css';

/** The kits of a purchase, as its body carries them. */
type KitsChosen = { slug: string; cantidad: number }[];

type Props = {
  legend: string;
  kits: KitPublico[];
  value: KitsChosen | undefined;
  onChange: (value: KitsChosen) => void;
};

/** The kits offered beside a workshop or course, each with how many are wanted. */
export function Kits({ legend, kits, value, onChange }: Props) {
  if (kits.length === 0) return null;
  const chosen = availableKits(kits, value);
  return (
    <fieldset className={classes.kits}>
      <legend className={classes.legend}>
        {legend} <span className={classes.optional}>Opcional</span>
      </legend>
      <ul className={classes.list}>
        {kits.map((kit) => (
          <li key={kit.slug} className={classes.kit} data-none={kit.maximo === 0 || undefined}>
            <Picture url={kit.imagenUrl} />
            <div className={classes.what}>
              <span className={classes.name}>{kit.nombre}</span>
              {kit.descripcion && <span className={classes.description}>{kit.descripcion}</span>}
              <span className={`${classes.price} tabular`}>{formatPesos(kit.precio)}</span>
            </div>
            {kit.maximo === 0 ? (
              <span className={classes.none}>Agotado</span>
            ) : (
              <KitStepper
                name={kit.nombre}
                most={kit.maximo}
                value={chosen.find(({ slug }) => slug === kit.slug)?.cantidad ?? 0}
                onChange={(cantidad) =>
                  onChange([
                    ...chosen.filter(({ slug }) => slug !== kit.slug),
                    ...(cantidad > 0 ? [{ slug: kit.slug, cantidad }] : []),
                  ])
                }
              />
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function Picture({ url }: { url: string | null }) {
  if (url) return <img src={url} alt="" loading="lazy" className={classes.picture} />;
  return (
    <span className={classes.picture} aria-hidden>
      <IconBox size={24} stroke={1.5} />
    </span>
  );
}

/** What of the choice can still be bought: fewer may be left than when it was made. */
export function availableKits(kits: KitPublico[], value: KitsChosen = []): KitsChosen {
  return value
    .map(({ slug, cantidad }) => {
      const most = kits.find((kit) => kit.slug === slug)?.maximo ?? 0;
      return { slug, cantidad: Math.min(cantidad, most) };
    })
    .filter(({ cantidad }) => cantidad > 0);
}

/** The price of the chosen kits, in pesos. */
export function kitsTotal(kits: KitPublico[], value: KitsChosen | undefined): number {
  return availableKits(kits, value).reduce((sum, { slug, cantidad }) => {
    const precio = kits.find((kit) => kit.slug === slug)?.precio ?? 0;
    return sum + precio * cantidad;
  }, 0);
}
