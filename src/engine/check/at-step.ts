import type { Finding } from '../finding.ts';
import type { CompiledFlow, CompiledStep } from '../flow-set.ts';

/** A finding at a step. */
export const atStep = (flow: CompiledFlow, step: CompiledStep, code: string, message: string): Finding => ({
  file: flow.file,
  line: step.line,
  step: step.key,
  code,
  message,
});
