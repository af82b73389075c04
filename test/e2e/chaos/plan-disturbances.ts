import type { Disturbance } from './disturbance.ts';
import { killBrowser, kills, machines, others } from './disturbances.ts';
import type { Random } from './random.ts';

export type Planned = { disturbance: Disturbance; isKill: boolean };

/**
 * All that is going to happen, in its order, known before it begins: so many kills, of which the browser's own at a third
 * and two thirds, and as many other things in between. Each of those comes once before any comes again, the machine's own first.
 */
export function planDisturbances(random: Random, killCount: number): Planned[] {
  const plan: Planned[] = [];
  let deck: Disturbance[] = [...shuffle(random, machines), ...shuffle(random, others)];
  for (let killed = 0; killed < killCount; killed += 1) {
    for (let between = random.between(0, 2); between > 0; between -= 1) {
      const [next, ...rest] = deck.length > 0 ? deck : shuffle(random, [...machines, ...others]);
      if (next) plan.push({ disturbance: next, isKill: false });
      deck = rest;
    }
    const isBrowser = killed === Math.floor(killCount / 3) || killed === Math.floor((2 * killCount) / 3);
    plan.push({ disturbance: isBrowser ? killBrowser : random.pick(kills), isKill: true });
  }
  return plan;
}

function shuffle<Item>(random: Random, items: readonly Item[]): Item[] {
  const left = [...items];
  const shuffled: Item[] = [];
  while (left.length > 0) shuffled.push(...left.splice(random.between(0, left.length - 1), 1));
  return shuffled;
}
