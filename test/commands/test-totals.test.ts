import { describe, expect, test } from 'vitest';
import { readTestTotals } from './test-totals.ts';

type TestStatus = 'passed' | 'failed' | 'skipped';

function report(...files: { status?: 'passed' | 'failed'; tests: TestStatus[] }[]): string {
  const tests = files.flatMap((file) => file.tests);
  return JSON.stringify({
    numTotalTests: tests.length,
    numPassedTests: tests.filter((status) => status === 'passed').length,
    testResults: files.map((file, index) => ({
      name: `file-${index}.test.ts`,
      status: file.status ?? (file.tests.includes('failed') ? 'failed' : 'passed'),
      assertionResults: file.tests.map((status) => ({ status })),
    })),
  });
}

describe('totals of a test run', () => {
  test.each<[string, string | undefined, boolean, number, number]>([
    ['all passed', report({ tests: ['passed', 'passed'] }), true, 2, 0],
    ['one failed', report({ tests: ['passed', 'failed'] }), false, 1, 1],
    ['a skipped test', report({ tests: ['passed', 'skipped'] }), true, 1, 1],
    ['a file that does not load', report({ tests: ['passed'] }, { status: 'failed', tests: [] }), false, 1, 1],
    ['no test at all', report(), true, 0, 1],
    ['a runner that failed though every test passed', report({ tests: ['passed'] }), false, 1, 1],
    ['a runner that wrote no report', undefined, false, 0, 1],
    ['a report that is cut off', '{"numTotalTests": 3', false, 0, 1],
  ])('%s is counted truly', (_case, text, isRunnerPassed, passed, failed) => {
    expect(readTestTotals(text, isRunnerPassed)).toMatchObject({ passed, failed });
  });
});
