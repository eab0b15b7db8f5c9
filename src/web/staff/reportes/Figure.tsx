import { Text } from '@mantine/core';
import { IconArrowDownRight, IconArrowUpRight, IconMinus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatPesos } from '#contract/money.ts';
import type { Cifra, Dias, Proporcion } from '#contract/reportes.ts';
import { Explain } from '../../ui/Explain.tsx';
import { formatDays, formatNumber, formatPercent } from './formatos.ts';
import classes from './reportes.module.css';

/** Figures side by side, each with its name, what it means and how it was before. */
export function Figures({ children }: { children: ReactNode }) {
  return <dl className={classes.figures}>{children}</dl>;
}

/** A count, or an amount of pesos. */
export function CifraFigure(props: { name: string; cifra: Cifra; pesos?: boolean }) {
  const { name, cifra, pesos = false } = props;
  const show = pesos ? formatPesos : formatNumber;
  const { valor, anterior } = cifra;
  const by = (from: number) =>
    from > 0 ? `${Math.round((Math.abs(valor - from) / from) * 100)} %` : '';
  return (
    <Figure name={name} definicion={cifra.definicion} value={show(valor)}>
      {anterior === null ? (
        <Text size="sm" c="dimmed">
          Hoy, en total
        </Text>
      ) : (
        <Change sign={valor - anterior} by={by(anterior)} before={show(anterior)} />
      )}
    </Figure>
  );
}

/** A share, with what was divided by what, and how it was before where that may be compared. */
export function ProporcionFigure({ name, cifra }: { name: string; cifra: Proporcion }) {
  const { valor, anterior, parte, total } = cifra;
  return (
    <Figure
      name={name}
      definicion={cifra.definicion}
      value={valor === null ? '—' : formatPercent(valor)}
      detail={total > 0 ? `${formatNumber(parte)} de ${formatNumber(total)}` : 'Sin datos'}
    >
      {valor !== null && anterior !== null && (
        <Change
          sign={valor - anterior}
          by={`${formatPercent(Math.abs(valor - anterior)).replace(' %', '')} puntos`}
          before={formatPercent(anterior)}
        />
      )}
    </Figure>
  );
}

/** How long something takes. */
export function DiasFigure({ name, cifra }: { name: string; cifra: Dias }) {
  const { valor, definicion } = cifra;
  return (
    <Figure name={name} definicion={definicion} value={valor === null ? '—' : formatDays(valor)} />
  );
}

type FigureProps = {
  name: string;
  definicion: string;
  value: string;
  detail?: string;
  children?: ReactNode;
};

function Figure({ name, definicion, value, detail, children }: FigureProps) {
  return (
    <div>
      <dt className={classes.figureName}>
        {name}
        <Explain about={name}>{definicion}</Explain>
      </dt>
      <dd style={{ margin: 0 }}>
        <div className={`${classes.figureValue} tabular`}>
          {value}
          {detail && <span className={classes.figureDetail}>{detail}</span>}
        </div>
        {children}
      </dd>
    </div>
  );
}

type ChangeProps = {
  /** More than before, less, or the same when 0. */
  sign: number;
  by: string;
  before: string;
};

function Change({ sign, by, before }: ChangeProps) {
  if (sign === 0) {
    return (
      <Text size="sm" c="dimmed">
        <IconMinus size={14} aria-hidden /> Igual que antes
      </Text>
    );
  }
  const up = sign > 0;
  const Icon = up ? IconArrowUpRight : IconArrowDownRight;
  const word = up ? 'más' : 'menos';
  return (
    <Text size="sm" c="dimmed">
      <Text span c={up ? 'green' : 'red'} fw={600} inherit>
        <Icon size={15} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
        {by ? `${by} ${word}` : up ? 'Más' : 'Menos'}
      </Text>{' '}
      que antes ({before})
    </Text>
  );
}
