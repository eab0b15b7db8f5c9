/** How tall a chart is, in pixels: a row for each bar that lies, one height for those that stand. */
export function heightOf({ lying, data }: { lying?: boolean; data: readonly unknown[] }): number {
  return lying ? Math.max(data.length * 38 + 56, 120) : 280;
}
