import type { Result } from './load.ts';
import type { Measure } from './measures.ts';
import type { Cpu } from './processes.ts';

export type Row = {
  measure: Measure;
  clientes: number;
  connections: number;
  loaded: Result;
  alone: Result;
  cpu: Cpu | undefined;
};

const titles = [
  'medición',
  'clientes',
  'por s',
  'p50 ms',
  'p95 ms',
  'p95 solo',
  'fallas',
  'CPU app',
  'CPU PG',
  'CPU carga',
  'ms app',
  'ms PG',
  'Django/s',
  'veces',
];

/** Prints the figures, one line a measure; the yardstick stands where it was measured. */
export function printTable(rows: readonly Row[], say: (text: string) => void): void {
  const lines = rows.map(({ measure, clientes, connections, loaded, alone, cpu }) => {
    const comparable = clientes === 100_000 && connections === 16;
    const yardstick = comparable ? measure.yardstick : undefined;
    return [
      measure.title,
      clientes.toLocaleString('es-CL'),
      loaded.perSecond.toFixed(0),
      loaded.p50.toFixed(1),
      loaded.p95.toFixed(1),
      alone.p95.toFixed(1),
      String(loaded.failures + alone.failures),
      ...[cpu?.server, cpu?.postgres, cpu?.generator].map((used) => used?.toFixed(2) ?? '–'),
      ...[cpu?.server, cpu?.postgres].map((used) =>
        used === undefined ? '–' : ((used * 1000) / loaded.perSecond).toFixed(2),
      ),
      yardstick ? String(yardstick) : '',
      yardstick ? (loaded.perSecond / yardstick).toFixed(1) : '',
    ];
  });
  const widths = titles.map((title, i) =>
    Math.max(title.length, ...lines.map((line) => (line[i] ?? '').length)),
  );
  const format = (cells: string[]) =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ');
  say('');
  say(format(titles));
  say(widths.map((width) => '─'.repeat(width)).join('  '));
  for (const line of lines) say(format(line));
  for (const { measure, loaded, alone } of rows) {
    const failure = loaded.firstFailure ?? alone.firstFailure;
    if (failure) say(`\n${measure.title}: ${failure.slice(0, 300)}`);
  }
}

/** Prints how the time of one person alone grew from the smallest size to the largest. */
export function printGrowth(rows: readonly Row[], say: (text: string) => void): void {
  const sizes = [...new Set(rows.map(({ clientes }) => clientes))].toSorted((a, b) => a - b);
  const [small, large] = [sizes[0], sizes.at(-1)];
  if (small === undefined || large === undefined || small === large) return;
  const of = (key: string, clientes: number) =>
    rows.find((row) => row.measure.key === key && row.clientes === clientes)?.alone;
  say(
    `\nCon ${(large / small).toLocaleString('es-CL')} veces los clientes, una persona sola espera:`,
  );
  for (const { measure } of rows.filter(({ clientes }) => clientes === small)) {
    const [before, after] = [of(measure.key, small), of(measure.key, large)];
    if (!before || !after) continue;
    const times = (a: number, b: number) =>
      `${a.toFixed(1)} → ${b.toFixed(1)} ms (× ${(b / a).toFixed(1)})`;
    say(
      `  ${measure.title}: p50 ${times(before.p50, after.p50)}, p95 ${times(before.p95, after.p95)}`,
    );
  }
}
