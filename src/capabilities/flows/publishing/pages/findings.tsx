import type { VNode } from 'preact';
import type { Finding } from '../../../../engine/finding.ts';
import { useWords } from '../../../../web/kit/index.ts';
import { FAULTS } from './faults/texts.ts';
import type { PublishingPage } from './page.ts';

/** What the checker found, each with its place and kind; what to do it says in English, as on the command line. */
export function Findings({
  page: { words },
  findings,
}: {
  page: Pick<PublishingPage, 'words'>;
  findings: readonly Finding[];
}): VNode {
  return (
    <ul class="findings">
      {findings.map(({ file, line, step, code, message }) => (
        <li key={`${file}:${line} ${code} ${message}`}>
          <p class="finding-place">
            {file === '' ? null : (
              <code>
                {file}:{line}
              </code>
            )}
            {step === undefined || step.includes('@') ? null : <span>{words.atStep(step)}</span>}
          </p>
          <FaultKind code={code} />
          <p lang="en">{message}</p>
        </li>
      ))}
    </ul>
  );
}

function FaultKind({ code }: { code: string }): VNode | null {
  const faults = useWords(FAULTS);
  // What a YAML reader stumbles over has a score of codes, and is one thing to whoever wrote it.
  const kind = faults[code] ?? (code.startsWith('yaml_') ? faults['yaml_unexpected'] : undefined);
  return kind === undefined ? null : (
    <p>
      <strong>{kind}</strong>
    </p>
  );
}

/** The findings about one flow: about its own file, or about its texts in any language. */
export const findingsOf = (flow: string, findings: readonly Finding[]): Finding[] =>
  findings.filter(({ file }) => /([^/\\]+)\.ya?ml$/u.exec(file)?.[1] === flow);
