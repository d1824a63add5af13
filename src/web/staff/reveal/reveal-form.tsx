import type { VNode } from 'preact';
import { Button, Field, Select, useWords } from '../../kit/index.ts';
import { MOST_CHARACTERS, REVEAL_REASONS } from './reason.ts';
import { REVEAL } from './texts.ts';

interface RevealFormProps {
  /** Where its `post` route is; that one calls `ctx.reveal({ subject, ...ctx.form })`. */
  action: string;
  /** What was typed, where it was refused. */
  typed?: Readonly<Record<string, string>>;
  /** Why it was refused, from `revealRefusal`. */
  error?: string | undefined;
}

/** Asks for the reason before something masked is shown (T23). */
export function RevealForm({ action, typed = {}, error }: RevealFormProps): VNode {
  const texts = useWords(REVEAL);
  const { reason, words } = typed;
  const ofWords = reason === 'autre';
  return (
    <form class="form" method="post" action={action}>
      <p>{texts.lead}</p>
      <Select
        name="reason"
        label={texts.reason}
        value={reason}
        error={ofWords ? undefined : error}
        options={[
          { value: '', label: texts.choose },
          ...REVEAL_REASONS.map((value) => ({ value, label: texts.reasons[value] })),
        ]}
      />
      <Field
        name="words"
        label={texts.words}
        hint={texts.wordsHint}
        value={words?.slice(0, MOST_CHARACTERS)}
        error={ofWords ? error : undefined}
        required={false}
        autocomplete="off"
        maxLength={MOST_CHARACTERS}
      />
      <Button>{texts.show}</Button>
    </form>
  );
}
