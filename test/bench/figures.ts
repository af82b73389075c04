/** One measured figure and the bar that it is held against, both in the same unit. */
export type Figure = { what: string; value: number; unit: string; bar?: { least?: number; most?: number } };

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new Error('There is nothing to take the median of.');
  return (low + high) / 2;
}

export function isWithinBar({ value, bar = {} }: Figure): boolean {
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = bar;
  return value >= least && value <= most;
}

export function describeFigure(figure: Figure): string {
  const { what, value, unit, bar } = figure;
  const shown = Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2);
  const bars = [
    bar?.least !== undefined && `≥ ${bar.least.toLocaleString('en')}`,
    bar?.most !== undefined && `≤ ${bar.most.toLocaleString('en')}`,
  ].filter(Boolean);
  const mark = bar === undefined ? '     ' : isWithinBar(figure) ? 'pass ' : 'FAIL ';
  return `${mark} ${what}: ${shown} ${unit}${bars.length > 0 ? ` (bar ${bars.join(', ')})` : ''}`;
}
