export type TestTotals = { passed: number; failed: number; notes: string[] };

/** The part of vitest's JSON report (Jest's format) that is read here. */
type TestReport = {
  numTotalTests: number;
  numPassedTests: number;
  testResults: { name: string; status: string; message?: string; assertionResults: { status: string }[] }[];
};

/**
 * True totals of one vitest run from its JSON report (text, or undefined when the runner wrote none) and whether the
 * runner itself ended well. What did not run (a file that does not load, a skipped test, a crash, no test at all) is
 * a failure, never silence.
 */
export function readTestTotals(reportText: string | undefined, isRunnerPassed: boolean): TestTotals {
  const report = parseReport(reportText);
  if (report === undefined) return { passed: 0, failed: 1, notes: ['the test runner wrote no report'] };

  const passed = report.numPassedTests;
  const notes: string[] = [];
  let failed = report.numTotalTests - passed;
  for (const file of report.testResults) {
    if (file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed')) {
      failed += 1;
      notes.push(`${file.name} did not run: ${file.message ?? ''}`);
    }
  }
  if (report.numTotalTests === 0) notes.push('no test was found');
  if (failed === 0 && (!isRunnerPassed || report.numTotalTests === 0)) {
    failed += 1;
    notes.push('the test runner ended with an error outside the tests');
  }
  return { passed, failed, notes };
}

function parseReport(text: string | undefined): TestReport | undefined {
  if (text === undefined) return undefined;
  try {
    const report: TestReport = JSON.parse(text);
    return Array.isArray(report.testResults) ? report : undefined;
  } catch {
    return undefined;
  }
}
