import type { VNode } from 'preact';
import { Labelled, type Labels } from './labelled.tsx';

interface TextAreaProps extends Labels {
  /** Also the id. */
  name: string;
  value?: string | undefined;
  rows?: number;
  /** BCP 47 tag of the words written here, for spelling and reading aloud. */
  lang?: string;
}

/**
 * Several lines to write in, with label, hint and error. It has no `maxlength`: a browser would cut what is pasted
 * without a word; the answer says what is too long, and nothing is lost.
 */
export function TextArea({ name, value, rows = 5, lang, ...labels }: TextAreaProps): VNode {
  return (
    <Labelled
      {...labels}
      id={name}
      control={(tied) => (
        <textarea {...tied} name={name} rows={rows} lang={lang} dir="auto">
          {value}
        </textarea>
      )}
    />
  );
}
