import { refuseEndpoint } from '@/lib/connections/endpoint';
import type { Settings } from './settings';
import type { SettingsFile } from './settings-file-schema';

/**
 * Where a file would take back some of the policy in force, as paths in it: the policy stands for whoever decided it,
 * and somebody who only wanted a connection should not lift it unawares.
 */
export function findLoosened(policy: Settings['policy'], file: SettingsFile['policy'] = {}): string[] {
  const { allowedEndpoints, disabledOperations, requireDryRun } = policy;
  const isWider = (limit: number, next = limit) => limit > 0 && (next === 0 || next > limit);
  const isCovered = (entry: string) => allowedEndpoints.includes(entry) || !refuseEndpoint(entry, allowedEndpoints);
  const loosened: Record<keyof Settings['policy'], boolean> = {
    allowedEndpoints:
      allowedEndpoints.length > 0 &&
      file.allowedEndpoints !== undefined &&
      // An empty list allows all.
      (file.allowedEndpoints.length === 0 || !file.allowedEndpoints.every(isCovered)),
    maxBatchRows: isWider(policy.maxBatchRows, file.maxBatchRows),
    disabledOperations: disabledOperations.some((id) => file.disabledOperations?.includes(id) === false),
    maxAutoLockMinutes: isWider(policy.maxAutoLockMinutes, file.maxAutoLockMinutes),
    requireDryRun: requireDryRun && file.requireDryRun === false,
  };
  return Object.entries(loosened).flatMap(([name, is]) => (is ? [`policy.${name}`] : []));
}
