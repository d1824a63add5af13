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
  const faults = useWords(FAULTS);
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
          {faults[code] === undefined ? null : (
            <p>
              <strong>{faults[code]}</strong>
            </p>
          )}
          <p lang="en">{message}</p>
        </li>
      ))}
    </ul>
  );
}

/** The findings about one flow: about its own file, or about its texts in any language. */
export const findingsOf = (flow: string, findings: readonly Finding[]): Finding[] =>
  findings.filter(({ file }) => /([^/\\]+)\.ya?ml$/u.exec(file)?.[1] === flow);
