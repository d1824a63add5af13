import { rehearsalDeps } from '../../src/app/rehearsal-deps.ts';
import { scriptOf } from '../../src/app/script.ts';
import { sendMessage } from '../../src/channels/telegram/send.ts';
import { render } from '../../src/channels/whatsapp-cloud/render.ts';
import { answeringAs } from '../../src/cli/flows-test/given-calls.ts';
import { transcriptsOf } from '../../src/cli/flows-test/transcripts-of.ts';
import type { Transcript } from '../../src/conversation/rehearsal/transcript/transcript.ts';
import { pack } from '../../src/conversation/pack.ts';
import { type Line, rehearse } from '../../src/conversation/rehearsal/rehearse.ts';
import { rehearsedProfile } from '../../src/conversation/rehearsal/rehearsed-profile.ts';
import type { Choice, Outbound } from '../../src/domain/message.ts';
import { shipped } from './shipped.ts';

/** What the bot sends in one run of a flow, in bytes: as each platform is handed it, and the recordings of a listener. */
export interface Cost {
  telegram: number;
  whatsapp: number;
  web: number;
  audio: number;
}

/** The dearest run of a flow's transcripts, in any language. */
export async function dearestRun(flow: string): Promise<Cost> {
  const compiled = shipped.set.flows.get(flow);
  if (compiled === undefined) throw new Error(`No flow ${flow}.`);
  const dearest: Cost = { telegram: 0, whatsapp: 0, web: 0, audio: 0 };
  for (const transcript of transcriptsOf(compiled)) {
    const cost = await costOf(flow, transcript);
    for (const way of Object.keys(dearest) as (keyof Cost)[])
      dearest[way] = Math.max(dearest[way], cost[way]);
  }
  return dearest;
}

async function costOf(flow: string, transcript: Transcript): Promise<Cost> {
  const { lang } = transcript;
  let given = transcript.calls;
  const deps = rehearsalDeps({ script: scriptOf(shipped.set, flow), speaker: shipped.speaker }, lang);
  const calls = answeringAs(deps.calls, () => given);
  const rehearsal = rehearse({ ...deps, calls }, rehearsedProfile(shipped.set, flow, lang));
  const cost: Cost = { telegram: 0, whatsapp: 0, web: 0, audio: 0 };
  for (const { deed, calls: now } of transcript.talk) {
    given = { ...given, ...now };
    const lines = deed ? await rehearsal.play(deed) : await rehearsal.begin(flow);
    for (const message of messagesOf(lines)) {
      cost.telegram += await onTelegram(message);
      cost.whatsapp += sizeOf(render(message.text, message.choices ?? []));
      cost.web += onTheWeb(message);
    }
    for (const line of lines) if ('out' in line) cost.audio += spoken(line.out);
  }
  return cost;
}

/** What is said in one turn, packed as the conversation packs it. */
function messagesOf(lines: readonly Line[]): Outbound[] {
  const said = lines.flatMap((line) => ('out' in line ? [line.out] : []));
  const choices = (said.at(-1)?.choices ?? []).map(
    ({ key, label }, at): Choice => ({ id: `1${'x'.repeat(16)}${key}`, label, digits: String(at + 1) }),
  );
  const parts = pack(said.map(({ text }) => ({ text })));
  return parts.map(({ text }, at) => ({
    ...{ id: 'x'.repeat(24), address: '70000001', lane: 'reply', text },
    ...(at === parts.length - 1 && { choices }),
  }));
}

const sizeOf = (body: unknown): number => Buffer.byteLength(JSON.stringify(body));

/** By the channel's own sender, to an API that only weighs. */
async function onTelegram(message: Outbound): Promise<number> {
  let bytes = 0;
  const raw = {
    async sendMessage(params: object) {
      bytes += sizeOf(params);
      return { message_id: 1 };
    },
  };
  await sendMessage({ api: { raw } as never, recordings: undefined as never }, message);
  return bytes;
}

/** One server-sent event. */
function onTheWeb({ text, choices = [] }: Outbound): number {
  const item = { n: 1_764_000_000_000, text, choices: choices.map(({ id, label }) => ({ id, label })) };
  return Buffer.byteLength(`id: ${item.n}\nevent: message\ndata: ${JSON.stringify(item)}\n\n`);
}

/** Opus of speech as the recorder makes it, and what Ogg adds; a text is read aloud at about 14 letters a second. */
const BYTES_A_SECOND = 2_050;
const LETTERS_A_SECOND = 14;
const OGG_BYTES = 120;

function spoken({ text }: { text: string }): number {
  return OGG_BYTES + Math.ceil((text.length / LETTERS_A_SECOND) * BYTES_A_SECOND);
}
