import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

const colors = new Map(
  [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
);

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function ratio(front: string, back: string, theme: 'light' | 'dark'): number {
  const frontColor = colors.get(front)?.[theme];
  const backColor = colors.get(back)?.[theme];
  if (!frontColor || !backColor) throw new Error(`no such colour: ${front} on ${back}`);
  return contrast(frontColor, backColor);
}

const surfaces = ['canvas', 'sunk', 'raised', 'hover'];
const states = ['ok', 'bad', 'warn', 'unknown', 'accent'];

const textPairs = [
  ...['ink', 'ink-soft', 'ink-faint'].flatMap((ink) => surfaces.map((surface) => [ink, surface])),
  ...states.flatMap((state) => [...surfaces, `${state}-soft`].map((surface) => [state, surface])),
  ...states.flatMap((state) => ['ink', 'ink-soft', 'ink-faint'].map((ink) => [ink, `${state}-soft`])),
  ...states.map((state) => ['accent', `${state}-soft`]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
] as [string, string][];

const edgePairs = [
  ...surfaces.map((surface) => ['control-edge', surface]),
  ...surfaces.map((surface) => ['accent', surface]),
] as [string, string][];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(textPairs)('text in %s on %s has a contrast of at least 4.5', (front, back) => {
    expect(ratio(front, back, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(edgePairs)('an edge in %s on %s has a contrast of at least 3', (front, back) => {
    expect(ratio(front, back, theme)).toBeGreaterThanOrEqual(3);
  });
});

it('computes the contrast that WCAG publishes for black on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});
