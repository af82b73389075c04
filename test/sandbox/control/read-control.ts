import type { Fault } from './faults.ts';
import { readFaults } from './read-faults.ts';
import { readShapes, type ShapeSettings } from './shapes.ts';

/** The control request's body, faults or shapes or both, or a sentence saying what is wrong with it. */
export const readControl = (body: unknown): { faults: Fault[]; shapes: ShapeSettings } | string => {
  const hasShapes = typeof body === 'object' && body !== null && 'shapes' in body;
  const shapes = hasShapes ? readShapes(body.shapes) : {};
  if (typeof shapes === 'string') return shapes;
  if (hasShapes && !('faults' in body)) return { faults: [], shapes };
  const faults = readFaults(body);
  return typeof faults === 'string' ? faults : { faults, shapes };
};
