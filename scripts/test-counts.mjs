/**
 * Counts of a jest run from its JSON output; `undefined` output means jest wrote none.
 * Whatever makes a run less than a full success counts as failed: a file that does not load, a run without tests, an
 * exit code without a failed test, and (unless tests were chosen by hand) every test that was skipped.
 */
export function countTests({ output, exitCode, chosen }) {
  if (output === undefined) return { passed: 0, failed: 1, reasons: ['jest ended without a result'] };
  const reasons = [];
  const unloaded = output.numRuntimeErrorTestSuites;
  const skipped = chosen ? 0 : output.numPendingTests + output.numTodoTests;
  if (unloaded > 0) reasons.push(`${unloaded} test files did not load`);
  if (skipped > 0) reasons.push(`${skipped} tests were skipped`);
  let failed = output.numFailedTests + unloaded + skipped;
  if (failed === 0 && output.numPassedTests === 0) {
    reasons.push('no test ran');
    failed = 1;
  }
  if (failed === 0 && exitCode !== 0) {
    reasons.push(`jest ended with ${exitCode} although no test failed`);
    failed = 1;
  }
  return { passed: output.numPassedTests, failed, reasons };
}
