import classes from './reportes.module.css';

type Props = { interes: { nombre: string; color: string } | null };

/** An interés as people name it, with its colour beside. */
export function NombreInteres({ interes }: Props) {
  if (!interes) return 'Sin interés';
  return (
    <>
      <span className={classes.swatch} style={{ background: interes.color }} aria-hidden />
      {interes.nombre}
    </>
  );
}
