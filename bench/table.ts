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
