import type { Sealer } from '../../conversation/ports.ts';
import type { Chance, Clock } from '../../domain/clock.ts';
import { refusal } from '../../domain/faults.ts';
import type { Lang } from '../../domain/language.ts';
import {
  type Change,
  checkCell,
  checkWords,
  cleaned,
  type Correction as Given,
  decide,
  type Decided,
  deviations,
  fingerprintOf,
  isError,
  type Problem,
} from '../../language/reviewing/index.ts';
import type { Role, StaffContext } from '../../web/staff/index.ts';
import type { Corrections } from './corrections.ts';
import { type CorrectionsStore, idOf, reviewerPlace, type Step } from './corrections-store.ts';
import type { LanguageNotes, Text, Texts } from './texts.ts';

/** Who may change what the bot says. */
export const EDITORS: readonly Role[] = ['admin', 'editor'];

const TOKEN_BYTES = 12;
/** Words one correction stands in for; more versions of a flow do not run side by side. */
const MAX_OVER = 40;
export const MAX_REMARK = 500;

type Actor = Pick<StaffContext, 'person' | 'audit'>;

/** What a person wants of a text. */
export interface Wish {
  lang: Lang;
  id: string;
  text: string;
  state: 'reviewed' | 'draft';
  remark: string;
  /** The revision and the words the person had before their eyes. */
  rev: number;
  seen: string;
}

export interface LanguageDesk {
  /**
   * Keeps what a person made of a text, and has it said from now on; not where something is wrong with the words. What
   * should only be looked at once more is told too.
   * @throws Fault `not_found`, `changed`: somebody else was faster, or the files say something else by now
   */
  save(actor: Actor, wish: Wish): Promise<{ kept: boolean; problems: Problem[] }>;
  /**
   * Goes back to what a step left behind, by its token, or, for `files`, to what the files say.
   * @throws Fault `not_found`, `changed`
   */
  restore(actor: Actor, wish: Pick<Wish, 'lang' | 'id' | 'rev'> & { step: string }): Promise<void>;
  /** Takes what reviewers wrote into files; those with an error stay out. `try` takes nothing. */
  take(actor: Actor, lang: Lang, given: readonly Given[], how: 'try' | 'take'): Promise<Decided>;
  /** The steps of a text, the newest first. */
  history(lang: Lang, id: string): Promise<Step[]>;
}

export interface DeskDeps {
  store: CorrectionsStore;
  corrections: Corrections;
  texts: Texts;
  notesOf: (lang: Lang) => LanguageNotes;
  sealer: Sealer;
  clock: Clock;
  chance: Chance;
}

export function languageDesk(deps: DeskDeps): LanguageDesk {
  const { store, corrections, texts } = deps;
  const find = (lang: Lang, id: string): Text => {
    const found = texts.find(lang, id);
    if (found === undefined) throw refusal('not_found', 'There is no such text.');
    return found;
  };
  const write = async (
    { person, audit }: Actor,
    { lang, text, rev }: { lang: Lang; text: Text; rev: number },
    step: Pick<Step, 'what' | 'text' | 'state' | 'remark'> & { by?: string },
  ): Promise<boolean> => {
    const { flow, key, french, given } = text;
    const id = idOf({ lang, flow, key });
    const kept = corrections.find(id)?.over ?? [];
    const over = [...new Set([...kept, fingerprintOf(given), fingerprintOf(step.text)])].slice(-MAX_OVER);
    await audit(AUDITED[step.what], `text/${id}`, { rev: rev + 1 });
    return store.write({
      ...{ lang, flow, key, rev, over, french: fingerprintOf(french) },
      step: {
        ...step,
        token: deps.chance.token(TOKEN_BYTES),
        before: text.text,
        account: person.id,
        by: deps.sealer.seal(step.by ?? person.name, reviewerPlace(id)),
        at: deps.clock.now(),
      },
    });
  };
  return {
    async save(actor, { lang, id, text: given, state, remark, rev, seen }) {
      await corrections.follow();
      const text = find(lang, id);
      if (rev !== text.rev || seen !== fingerprintOf(text.text)) throw changed();
      const words = cleaned(given);
      const same = words === text.text;
      const note = cleaned(remark).slice(0, MAX_REMARK);
      const problems = [
        ...problemsIn(words, text, deps.notesOf(lang).choices),
        // It goes into a list that spreadsheets open.
        ...checkCell(note).map((problem) => ({ at: '', id, ...problem })),
      ];
      if (problems.some(isError)) return { kept: false, problems };
      const what = !same ? 'edited' : state === 'reviewed' ? 'approved' : 'reopened';
      if (!(await write(actor, { lang, text, rev }, { what, text: words, state, remark: note })))
        throw changed();
      await corrections.follow();
      return { kept: true, problems };
    },

    async restore(actor, { lang, id, rev, step: token }) {
      await corrections.follow();
      const text = find(lang, id);
      if (rev !== text.rev) throw changed();
      const step = (await store.find(`${lang}/${id}`))?.history.find((one) => one.token === token);
      if (step === undefined && token !== 'files') throw refusal('not_found', 'There is no such step.');
      const back = { text: step?.text ?? text.given, state: step?.state ?? ('draft' as const), remark: '' };
      if (!(await write(actor, { lang, text, rev }, { what: 'restored', ...back }))) throw changed();
      await corrections.follow();
    },

    async take(actor, lang, given, how) {
      await corrections.follow();
      const rows = texts.all(lang);
      const { choices } = deps.notesOf(lang);
      const decided = decide(given, { rows, choices });
      if (how === 'try') return decided;
      const late: Change[] = [];
      for (const change of decided.changes) {
        const text = rows.find(({ id }) => id === change.id);
        const what = { ...change, what: 'imported' as const };
        if (text === undefined || !(await write(actor, { lang, text, rev: text.rev }, what)))
          late.push(change);
      }
      await corrections.follow();
      return {
        ...decided,
        changes: decided.changes.filter((change) => !late.includes(change)),
        problems: [...decided.problems, ...late.map(({ id, text }) => lateProblem(id, text))],
      };
    },

    history: async (lang, id) => [...((await store.find(`${lang}/${id}`))?.history ?? [])].reverse(),
  };
}

const AUDITED = {
  edited: 'language.text_edited',
  approved: 'language.text_approved',
  reopened: 'language.text_reopened',
  restored: 'language.text_restored',
  imported: 'language.text_imported',
} as const satisfies Record<Step['what'], string>;

function problemsIn(words: string, text: Text, choices: LanguageNotes['choices']): Problem[] {
  if (words === text.text) return [];
  const found = words === '' ? [{ code: 'empty' as const }] : checkWords(words, text);
  const others = deviations(words, choices).map(({ other, choose }) => ({
    ...{ code: 'term_deviates' as const, given: other, expected: choose },
  }));
  return [...found, ...others].map((problem) => ({ at: '', id: text.id, ...problem }));
}

const lateProblem = (id: string, given: string): Problem => ({ code: 'text_changed', at: '', id, given });

const changed = () => refusal('changed', 'Somebody changed this text meanwhile.');
