import { Progress, Text } from '@mantine/core';

type Props = { terminadas: number; lecciones: number };

/** How far someone is: the words say it, the bar only helps. */
export function Avance({ terminadas, lecciones }: Props) {
  const all = lecciones > 0 && terminadas >= lecciones;
  return (
    <div>
      <Progress
        value={lecciones > 0 ? (terminadas / lecciones) * 100 : 0}
        size="sm"
        color={all ? 'green' : 'var(--mantine-color-anchor)'}
        aria-hidden
      />
      <Text size="sm" c="dimmed" mt={4} className="tabular">
        {all ? `Terminó las ${lecciones}` : `${terminadas} de ${lecciones} lecciones`}
      </Text>
    </div>
  );
}
