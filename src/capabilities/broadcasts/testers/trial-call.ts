import { z } from 'zod';
import type { CallKind } from '../../../conversation/ports.ts';
import type { Lang } from '../../../domain/language.ts';
import { TRIAL } from './names.ts';
import { readTrialPrompt } from './trial.ts';
import type { TrialsStore } from './trials-store.ts';

export interface TrialCallDeps {
  trials: Pick<TrialsStore, 'find'>;
  /** All that somebody would be told, with who sends it and how to stop. */
  spoken: (org: string, lang: Lang, text: string) => Promise<string>;
}

/** A draft in one of its languages, whole, as its readers would get it. One that is not there is silent. */
export const trialCall = ({ trials, spoken }: TrialCallDeps): CallKind => ({
  name: TRIAL,
  kind: 'reads',
  params: z.object({ essai: z.string().max(128) }),
  async run({ essai }) {
    const asked = readTrialPrompt(String(essai));
    const trial = asked === undefined ? undefined : await trials.find(asked.trial);
    const text = asked === undefined ? undefined : trial?.content[asked.lang]?.text;
    if (asked === undefined || trial === undefined || text === undefined)
      return { voulu: false, langue: null, texte: null };
    return { voulu: true, langue: asked.lang, texte: await spoken(trial.org, asked.lang, text) };
  },
});
