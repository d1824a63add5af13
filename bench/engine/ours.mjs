import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PEOPLE } from './answers.mjs';
import { FIFTY, fiftyQuestions, fiftyTexts } from './fifty-questions.mjs';

const NOW = Date.UTC(2026, 0, 15);
const FLOW = 'sondage-paix';

export const open = (how) => opened(how, FLOW, 5);

/**
 * Our engine as production runs it on one message: the global words are looked for, the answer is understood, the words
 * of the reply are made; session and profile are written to JSON and read back at each turn.
 */
export async function opened({ dist, words = true }, flow, questions) {
  const { loadFlows } = await import(pathToFileURL(path.join(dist, 'app', 'load-flows.js')).href);
  const { intentReader } = await import(pathToFileURL(path.join(dist, 'language', 'index.js')).href);
  const { script, speaker } = await withFifty(path.dirname(dist), (places) => {
    const flows = loadFlows(places);
    return { script: flows.script, speaker: flows.speaker };
  });
  const turn = (state, input, lang) => {
    const { session, profile } = JSON.parse(state);
    if (input.reply?.kind === 'text') intentReader.intent(input.reply.text);
    const advanced = script.advance(session, profile, input, { now: NOW, lang, nonce: 'n0nce-n0nce' });
    for (const event of words ? advanced.events : [])
      if (event.kind === 'said') speaker.say(lang, event.text, event.params);
    return { state: JSON.stringify({ session: advanced.session, profile: advanced.profile }), ...advanced };
  };
  return (n) => {
    const { lang, says } = PEOPLE[n % PEOPLE.length];
    const profile = { lang, consents: { base: 1 }, stopped: false, fields: {} };
    let at = turn(JSON.stringify({ session: null, profile }), { kind: 'start', flow }, lang);
    for (let question = 0; question < questions; question += 1)
      at = turn(at.state, { kind: 'reply', reply: replyOf(says[question % says.length]) }, lang);
    const ended = at.events.some(({ kind, complete }) => kind === 'survey_ended' && complete);
    if (!ended) throw new Error(`the survey ${flow} did not end (person ${n % PEOPLE.length})`);
    return questions + 1;
  };
}

const replyOf = (said) =>
  typeof said === 'string' ? { kind: 'text', text: said } : { kind: 'choice', choice: said.tap };

/** Flows and texts of the product, and the survey of fifty questions beside them. */
async function withFifty(root, load) {
  const folder = await mkdtemp(path.join(tmpdir(), 'benkan-bench-flows-'));
  try {
    const [flowsDir, localesDir] = ['flows', 'locales'].map((name) => path.join(folder, name));
    await cp(path.join(root, 'flows'), flowsDir, { recursive: true, dereference: true });
    await cp(path.join(root, 'locales'), localesDir, { recursive: true, dereference: true });
    await writeFile(path.join(flowsDir, `${FIFTY}.yaml`), fiftyQuestions());
    for (const lang of ['fr', 'bm']) {
      const file = (id) => path.join(localesDir, lang, 'flows', `${id}.yaml`);
      await writeFile(file(FIFTY), fiftyTexts(await readFile(file(FLOW), 'utf8')));
    }
    return await load({ flowsDir, localesDir });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
