import type { TopMethod } from './method.ts';
import { releaseOpportunity } from './release-opportunity.ts';
import { timeGet } from './time-get.ts';

const methods = new Map<string, TopMethod>(
  [releaseOpportunity, timeGet].map((method) => [method.document.method, method]),
);

export const findMethod = (name: string): TopMethod | undefined => methods.get(name);
