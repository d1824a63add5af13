import type { VNode } from 'preact';
import { useWords } from '../language-context.ts';
import { RECORDING } from './texts.ts';

interface RecordingFieldProps {
  name: string;
  /** Beyond these the recorder stops, or refuses. */
  most: { seconds: number; bytes: number };
  /** What was recorded waits for the rest of its form; otherwise the form leaves with it at once. */
  attached?: boolean;
  error?: string | undefined;
}

/** A recording for the form around it: from the microphone where scripts run, as a file everywhere. */
export function RecordingField({ name, most, attached = false, error }: RecordingFieldProps): VNode {
  const { file, recorder } = useWords(RECORDING);
  const errorId = `${name}-erreur`;
  return (
    <div
      class="record"
      data-recorder={JSON.stringify(attached ? { ...recorder, keep: recorder.attach } : recorder)}
      data-seconds={most.seconds}
      data-bytes={most.bytes}
      data-attached={attached ? '' : undefined}
    >
      <div class={error === undefined ? 'field' : 'field field-wrong'}>
        <label for={name}>{file}</label>
        {error === undefined ? null : (
          <p class="field-error" id={errorId}>
            {error}
          </p>
        )}
        <input
          id={name}
          type="file"
          name={name}
          accept=".ogg,.opus,.webm,audio/*"
          aria-describedby={error === undefined ? undefined : errorId}
        />
      </div>
    </div>
  );
}

/** What browsers record, what phones record, and what they call both. */
export const RECORDING_TYPES = [
  ...['audio/ogg', 'audio/mpeg', 'audio/mp4', 'audio/webm', 'video/webm', 'application/octet-stream'],
] as const;
