import type { FlowEntry, Script } from '../conversation/script.ts';
import { refusal } from '../domain/faults.ts';
import { LINK } from '../domain/message.ts';
import { advance } from '../engine/advance.ts';
import type { FlowSet, Keyword, LedTo } from '../engine/flow-set.ts';
import { Typed, typed } from '../language/folding/typed.ts';
import { Spellings } from '../language/matching/spellings.ts';

/**
 * The compiled flows as the conversation chooses among them.
 * @param firstContact stands in where no flow greets newcomers; without either the set is refused.
 */
export function scriptOf(set: FlowSet, firstContact?: string): Script {
  const greets = entryOf(set, set.firstContact ?? firstContact);
  if (greets === undefined)
    throw refusal(
      'no_first_contact',
      'No flow has the trigger { event: first_contact }; add it to the one that greets newcomers.',
    );
  const everyone = new Spellings(set.keywords.map(({ keyword, flow }) => [keyword, flow] as const));
  const byLang = new Map(
    set.languages.map((lang) => {
      const own = set.keywords.filter((each) => each.lang === lang);
      return [lang, new Spellings(own.map(({ keyword, flow }) => [keyword, flow] as const))];
    }),
  );
  const withRest = restReader(set);
  return {
    advance: (session, profile, input, facts) => advance(set, session, profile, input, facts),
    firstContact: greets,
    otherLanguage: entryOf(set, set.otherLanguage),
    taken: entryOf(set, set.taken),
    forPrompt: (flow) => (set.prompts.has(flow) ? entryOf(set, flow) : undefined),
    forIntent: (intent) => entryOf(set, set.intents.get(intent)),
    forLink: (link) => byLink(set, link),
    forFlow: (id) => entryOf(set, id),
    forKeyword(text, lang, told) {
      // Their own language first; a keyword of the other one is understood too.
      const own = byLang.get(lang)?.find(typed(text), told);
      const found = own?.kind === 'one' ? own : everyone.find(typed(text), told);
      return found.kind === 'one' ? entryOf(set, found.value) : withRest(text);
    },
  };
}

/** A link as it is named, or one behind which something stands: `lire-ML-2026-0042`. */
function byLink(set: FlowSet, link: string): FlowEntry | undefined {
  const named = set.links?.get(link);
  if (named !== undefined) return led(set, named, link, '');
  for (let end = link.lastIndexOf(BEHIND); end > 0; end = link.lastIndexOf(BEHIND, end - 1)) {
    const [to, rest] = [set.links?.get(link.slice(0, end)), link.slice(end + 1)];
    if (to?.rest !== undefined && rest !== '' && rest.length <= MAX_REST) return led(set, to, link, rest);
  }
  return undefined;
}

/** Between a link and what stands behind it. */
const BEHIND = '-';

function led(set: FlowSet, to: LedTo, link: string, rest: string): FlowEntry | undefined {
  const entry = entryOf(set, to.flow);
  const behind = to.rest === undefined || rest === '' ? {} : { [to.rest]: rest };
  return entry && { ...entry, params: { link, ...behind } };
}

/** What stands behind a word is short, a code or a number: a sentence that begins with the word is none. */
const MAX_REST = 20;

/** Reads a keyword that is followed by what its flow is to be begun with. */
function restReader(set: FlowSet): (text: string) => FlowEntry | undefined {
  const keywords = set.keywords.filter(({ rest }) => rest !== undefined);
  if (keywords.length === 0) return () => undefined;
  const spellings = new Spellings(keywords.map((each) => [each.keyword, each] as const));
  const longest = Math.max(...keywords.map(({ keyword }) => keyword.split(/\s+/u).length));
  return (text) => {
    if (text.length > MAX_REST * 4) return undefined;
    const words = text.trim().split(/\s+/u);
    for (let length = Math.min(longest, words.length - 1); length > 0; length -= 1) {
      const found = spellings.find(new Typed(words.slice(0, length).join(' ')));
      const rest = words.slice(length).join(' ');
      if (found.kind !== 'one' || rest.length > MAX_REST) continue;
      const entry = entryOf(set, found.value.flow);
      const link = linkOf(set, found.value, rest);
      return (
        entry && { ...entry, params: { [found.value.rest ?? '']: rest }, ...(link !== undefined && { link }) }
      );
    }
    return undefined;
  };
}

/** The link that leads to where a word and what stands behind it lead; links of some platforms carry words alone. */
function linkOf(set: FlowSet, { flow, rest: param }: Keyword, rest: string): string | undefined {
  for (const [name, to] of set.links ?? []) {
    const link = `${name}${BEHIND}${rest}`;
    if (to.flow === flow && to.rest === param && LINK.test(link)) return link;
  }
  return undefined;
}

function entryOf(set: FlowSet, id: string | undefined): FlowEntry | undefined {
  const flow = id === undefined ? undefined : set.flows.get(id);
  return flow && { id: flow.id, beforeConsent: flow.beforeConsent, interrupts: flow.interrupts };
}
