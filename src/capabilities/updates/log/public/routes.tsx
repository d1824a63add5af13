import { type Clock, dayOf } from '../../../../domain/clock.ts';
import { type PublicContext, plainly, type PublicRoute } from '../../../../web/public/index.ts';
import { readNumber, numberWords } from '../../model/update.ts';
import { canonicalJson } from '../../model/canonical.ts';
import { type ItemProof, proofFile, proofOf } from '../item-proof.ts';
import { logFile } from '../log-file.ts';
import { A_BATCH } from '../log-store.ts';
import type { OpenLog } from '../open-log.ts';
import type { LogEntry } from '../ports.ts';
import { AskPage, MOST_TYPED } from './ask-page.tsx';
import { PICTURE } from './picture.ts';
import { ProofPage, verifyPath } from './proof-page.tsx';
import { type Asking, toldOf } from './told-of.ts';
import { UnknownPage } from './unknown-page.tsx';
import { VERIFY } from './words.ts';

export interface VerifyRoutesDeps extends Asking {
  log: OpenLog;
  clock: Clock;
}

/** Seconds; who checks wants to know of a withdrawal soon. */
const FILE_SECONDS = 60;
const LOG_SECONDS = 300;

/** Whether something is ours, and the proof to take away (U5, U6). */
export function verifyRoutes(deps: VerifyRoutesDeps): PublicRoute[] {
  const { log } = deps;
  return [
    {
      method: 'get',
      path: '/verify',
      nav: { fr: plainly(VERIFY.fr.menu), bm: VERIFY.bm.menu, order: 20 },
      serve: async (ctx) => ({ kind: 'page', status: 200, page: <AskPage ctx={ctx} /> }),
    },
    {
      method: 'post',
      path: '/verify',
      upload: PICTURE,
      async serve(ctx) {
        const typed = (ctx.form['message'] ?? '').slice(0, MOST_TYPED);
        const claim = ctx.upload === undefined ? { text: typed } : { image: ctx.upload.bytes };
        const answer = await deps.match(claim);
        // Nothing but its number: its own page says all there is to say, and can be passed on.
        if (answer.number !== undefined && answer.part === 'number')
          return { kind: 'see_other', to: ctx.to(verifyPath(answer.number)) };
        const told = await toldOf(answer, ctx, dayOf(deps.clock.now()), deps);
        const shown = answer.kind === 'nothing' ? {} : { told };
        return { kind: 'page', status: 200, page: <AskPage ctx={ctx} typed={typed} {...shown} /> };
      },
    },
    {
      method: 'get',
      path: '/verify/log.jsonl',
      async serve() {
        const keys = await log.document();
        return {
          ...{ kind: 'streamed', type: 'application/jsonl; charset=utf-8', maxAge: LOG_SECONDS },
          // What the keys say of the end says all of what comes before it.
          ...{ parts: logFile(keys, entriesOf(log)), tag: canonicalJson(keys), download: 'benkan-log.jsonl' },
        };
      },
    },
    {
      method: 'get',
      path: '/verify/:code',
      async serve(ctx) {
        const code = ctx.params['code'] ?? '';
        const number = readNumber(code);
        const proof = await asked(log, ctx);
        if (proof === undefined) return { kind: 'page', status: 404, page: <UnknownPage ctx={ctx} /> };
        // One address for one item, whatever letters it was typed in.
        if (number !== undefined && numberWords(number) !== code)
          return { kind: 'see_other', to: ctx.to(verifyPath(numberWords(number))) };
        return {
          kind: 'page',
          status: 200,
          page: <ProofPage ctx={ctx} proof={proof} today={dayOf(deps.clock.now())} />,
        };
      },
    },
    {
      method: 'get',
      path: '/verify/:code/proof.json',
      async serve(ctx) {
        const proof = await asked(log, ctx);
        if (proof === undefined) return { kind: 'nothing' };
        const { number, version } = proof.entry.statement;
        return {
          ...{ kind: 'body', type: 'application/json; charset=utf-8', maxAge: FILE_SECONDS },
          ...{ body: await proofFile(log, proof), download: `${number}-v${String(version)}.json` },
        };
      },
    },
    {
      method: 'get',
      path: '/.well-known/benkan-keys.json',
      serve: async () => ({
        ...{ kind: 'body', type: 'application/json; charset=utf-8', maxAge: FILE_SECONDS },
        body: `${canonicalJson(await log.document())}\n`,
      }),
    },
  ];
}

async function asked(log: OpenLog, { params, query }: PublicContext): Promise<ItemProof | undefined> {
  const number = readNumber(params['code'] ?? '');
  const version = query.get('version') ?? '';
  if (number === undefined || !/^([1-9]\d{0,3})?$/.test(version)) return undefined;
  return proofOf(log, numberWords(number), version === '' ? undefined : Number(version));
}

/** The log's entries in order, asked for in batches: who reads slowly, or no more, keeps nothing open in the database. */
async function* entriesOf(log: Pick<OpenLog, 'after'>): AsyncGenerator<LogEntry> {
  let seq = 0;
  for (;;) {
    const batch = await log.after(seq, A_BATCH);
    const last = batch.at(-1);
    if (last === undefined) return;
    yield* batch;
    seq = last.seq;
  }
}
