import { Grafico } from '../Grafico.tsx';

const BARRAS = 10;

type Props = { items: { titulo: string; ranking: number }[] };

/** The scores of the best. */
export function CalificadosChart({ items }: Props) {
  return (
    <Grafico
      label="Puntaje de los mejor calificados, de 1 a 5"
      series={['Puntaje']}
      lying
      max={5}
      data={items.slice(0, BARRAS).map((i) => ({ name: i.titulo, values: [i.ranking] }))}
    />
  );
}
