import { refusal } from '../../../domain/faults.ts';

/** A line of a file, without its end. */
export interface Line {
  text: string;
  /** Whether it had one. Only what follows the last end of all has none. */
  ended: boolean;
}

/** A hundred times what the longest item with all its versions takes; keeps a wrong file from filling the memory. */
const MOST_IN_A_LINE = 16 * 1024 * 1024;

/**
 * The lines of a file as its bytes come in; one is held at a time.
 * @throws Fault `line_too_long`
 */
export async function* linesOf(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): AsyncGenerator<Line, void> {
  // A mark of byte order is bytes like any other, which nobody signed.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let held = '';
  for await (const chunk of chunks) {
    const [first = '', ...rest] = decoder.decode(chunk, { stream: true }).split('\n');
    held += first;
    for (const next of rest) {
      yield { text: held, ended: true };
      held = next;
    }
    if (held.length > MOST_IN_A_LINE)
      throw refusal('line_too_long', 'A line of the file is longer than any of Benkan: fetch it again.');
  }
  held += decoder.decode();
  if (held !== '') yield { text: held, ended: false };
}
