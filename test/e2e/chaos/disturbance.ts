import type { ChaosWorld } from './chaos-world.ts';
import type { Random } from './random.ts';

/** Something that goes wrong; what it is called is printed. */
export type Disturbance = { name: string; strike(world: ChaosWorld, random: Random): Promise<void> };

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
