import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operation } from './operation';
import { readCardOutcomes } from './read-card-outcomes';
import { readOutreachOutcomes } from './read-outreach-outcomes';
import { readReleaseOutcomes } from './read-release-outcomes';

describe('any JSON at all', () => {
  const names = 'result data success code message result_map all_success biz_success task_request value 1 2'.split(' ');
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom<unknown>(null, true, 'true', '', '{}', '[', '{1=SUCCESS', 0, 1e300),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names), tie('tree'), { maxKeys: 5 }),
    ),
  }));

  it.each<[string, Operation['readOutcomes'], Record<string, string>[]]>([
    ['release', readReleaseOutcomes, [{ opportunity_id: '9' }]],
    ['outreach', readOutreachOutcomes, [{ biz_id: '1' }, { biz_id: '2' }]],
    ['cards', readCardOutcomes, [{ physical_card_ids: '8' }, { physical_card_ids: '9' }]],
  ])('never crashes the reading of %s, and nothing in it becomes a success by itself', (_name, readOutcomes, rows) => {
    fc.assert(
      fc.property(tree, (answer) => {
        const outcomes = readOutcomes(answer, rows, 'key');
        expect(outcomes).toHaveLength(rows.length);
        const hasAllSuccess = JSON.stringify(answer)?.includes('"all_success":"true"') ?? false;
        const hasSaidAll = hasAllSuccess || JSON.stringify(answer)?.includes('"all_success":true');
        if (!hasSaidAll) expect(outcomes.map(({ state }) => state)).not.toContain('succeeded');
      }),
      { numRuns: 1000 },
    );
  });
});
