import type { VNode } from 'preact';
import type { Line } from '../../compare/lines.ts';
import type { PublishingPage } from './page.ts';

/** The changed lines of a file, with those around them. */
export function LineChanges({
  page: { words },
  flow,
  groups,
  open,
}: {
  page: Pick<PublishingPage, 'words'>;
  flow: string;
  groups: readonly (readonly Line[])[];
  open: boolean;
}): VNode | null {
  if (groups.length === 0) return null;
  return (
    <details class="line-changes" open={open}>
      <summary>{words.linesTitle}</summary>
      <div class="lines" role="region" aria-label={words.linesOf(flow)} tabIndex={0}>
        {groups.map((group, nth) => (
          <pre key={nth}>
            {group.map((line, at) => (
              <OneLine key={at} line={line} />
            ))}
          </pre>
        ))}
      </div>
    </details>
  );
}

const MARKS = { same: ' ', gone: '−', new: '+' } as const;

function OneLine({ line: { kind, was, is, text } }: { line: Line }): VNode {
  const Tag = kind === 'same' ? 'span' : kind === 'gone' ? 'del' : 'ins';
  const number = String((kind === 'gone' ? was : is) ?? '').padStart(4);
  return <Tag class={`line line-${kind}`}>{`${number} ${MARKS[kind]} ${text}\n`}</Tag>;
}
