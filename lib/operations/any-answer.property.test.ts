import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operation } from './operation';
import { releaseOpportunity } from './release-opportunity';
import { sellCards } from './sell-cards';
import { submitOutreach } from './submit-outreach';

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

  it.each<[string, Operation, Record<string, string>[]]>([
    ['release', releaseOpportunity, [{ opportunity_id: '9' }]],
    ['outreach', submitOutreach, [{ biz_id: '1' }, { biz_id: '2' }]],
    ['cards', sellCards, [{ physical_card_ids: '8' }, { physical_card_ids: '9' }]],
  ])('never crashes the reading of %s, and nothing in it becomes a success by itself', (_name, operation, rows) => {
    fc.assert(
      fc.property(tree, (answer) => {
        const outcomes = operation.readOutcomes(answer, rows, 'key');
        expect(outcomes).toHaveLength(rows.length);
        const hasAllSuccess = JSON.stringify(answer)?.includes('"all_success":"true"') ?? false;
        const hasSaidAll = hasAllSuccess || JSON.stringify(answer)?.includes('"all_success":true');
        if (!hasSaidAll) expect(outcomes.map(({ state }) => state)).not.toContain('succeeded');
      }),
      { numRuns: 1000 },
    );
  });
});
