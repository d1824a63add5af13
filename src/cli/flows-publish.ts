import { inWords, sumOf } from '../app/flows/told.ts';
import type { Wanted } from '../app/flows/candidate.ts';
import { deedsOf } from '../app/flows/deeds.ts';
import { publish, type Published } from '../app/flows/publish.ts';
import { versionReader, type VersionRow } from '../app/flows/version-rows.ts';
import { loadFlows } from '../app/load-flows.ts';
import { OFFERED } from '../app/offers.ts';
import { openLedger } from '../capabilities/audit/index.ts';
import type { FlowChange } from '../capabilities/flows/index.ts';
import { loadSpeaker, type SpeakingTexts } from '../language/index.ts';
import { openCollections } from '../store/collections.ts';
import { Standing } from '../store/conversations/standing.ts';
import { flowCollections } from '../store/flow-versions-expire.ts';
import { FlowVersionStore } from '../store/flow-versions.ts';
import { FIRST_ORG, OPERATOR } from '../web/staff/index.ts';
import { EXIT } from './exit.ts';
import { lineOf } from './flows-check.ts';
import { type Ground, onDatabase } from './on-database.ts';
import { places } from './places.ts';

export interface PublishOptions {
  dryRun?: boolean;
  by?: string;
  why?: string;
  json?: boolean;
}

/**
 * Publishes what the files hold; files with findings are refused, each finding on a line of its own.
 * @returns the exit code
 */
export async function flowsPublish(
  env: NodeJS.ProcessEnv,
  some: readonly string[],
  options: PublishOptions,
): Promise<number> {
  const loaded = loadFlows(places(env));
  if (loaded.findings.length > 0) {
    process.stderr.write(
      [
        ...loaded.findings.map((finding) => lineOf(finding)),
        `Nothing is published: ${loaded.findings.length} to put right.`,
        '',
      ].join('\n'),
    );
    return EXIT.refused;
  }
  const wanted = { loaded, ...(some.length === 0 ? {} : { only: some }) };
  return published(env, wanted, loaded.speaker, options);
}

/**
 * Publishes again what an earlier edition held. The files play no part in it, so that their faults stop nobody.
 * @returns the exit code
 */
export async function flowsBack(
  env: NodeJS.ProcessEnv,
  edition: string,
  options: PublishOptions,
): Promise<number> {
  if (!/^\d{1,9}$/u.test(edition)) {
    process.stderr.write('Name an edition by its number; the staff site lists them.\n');
    return EXIT.usage;
  }
  const speaker = loadSpeaker({ localesDir: places(env).localesDir, onMissing: () => undefined });
  return published(env, { back: Number(edition) }, speaker, options);
}

async function published(
  env: NodeJS.ProcessEnv,
  wanted: Wanted,
  speaker: SpeakingTexts,
  { dryRun = false, by = 'command', why, json = false }: PublishOptions,
): Promise<number> {
  const { edition, changes } = await onStore(env, async (ground) => {
    const { store, standing, connection, clock } = ground;
    return publish({
      ...{ ...wanted, store, by, dryRun, known: OFFERED, speaker, at: clock.now() },
      ...(why === undefined ? {} : { why }),
      count: (at) => standing.count(connection, at),
      decided: (decision) => record(ground, decision),
    });
  });
  process.stdout.write(
    json ? `${JSON.stringify({ edition: edition.n, dryRun, changes })}\n` : told(changes, dryRun),
  );
  return EXIT.done;
}

/** Who decides what the bot says is kept, as every decision is (T22). */
async function record({ db, keyring, clock, chance }: Ground, published: Published): Promise<void> {
  const ledger = await openLedger({ db, fingerprint: keyring.fingerprint, clock, chance });
  await ledger.begin();
  for (const deed of deedsOf(published))
    await ledger.record({ actor: { ...OPERATOR, org: FIRST_ORG }, ...deed });
}

function told(changes: readonly FlowChange[], dryRun: boolean): string {
  if (changes.length === 0) return 'Nothing to publish: the files are what is published.\n';
  const lines = changes.map((change) => `${change.flow}  ${KINDS[change.kind]}  ${inWords(change)}`);
  const sum = `${dryRun ? 'Would publish' : 'Published'} ${changes.length}; ${inWords(sumOf(changes))}.`;
  return [...lines, sum, ''].join('\n');
}

const KINDS = {
  new: 'new',
  changed: 'changed',
  words: 'words only',
  taken_away: 'taken away',
  brought_back: 'brought back',
} as const satisfies Record<FlowChange['kind'], string>;

/** Lists versions, the newest first. @returns the exit code */
export async function flowsVersions(
  env: NodeJS.ProcessEnv,
  flow: string | undefined,
  { json = false }: { json?: boolean },
): Promise<number> {
  const versions = await onStore(env, ({ connection, keyring }) =>
    versionReader(connection, keyring.fingerprint)(flow),
  );
  process.stdout.write(json ? `${JSON.stringify({ versions })}\n` : versions.map(rowInWords).join(''));
  return EXIT.done;
}

const rowInWords = ({ flow, hash, words, state, at, by, running }: VersionRow): string =>
  `${flow}  ${hash.slice(0, 8)}/${words.slice(0, 8)}  ${state}  ${new Date(at).toISOString()}  by ${by}  ${running} running\n`;

async function onStore<T>(
  env: NodeJS.ProcessEnv,
  work: (ground: Ground & { store: FlowVersionStore; standing: Standing }) => Promise<T>,
): Promise<T> {
  return onDatabase(env, async (ground) => {
    const { connection, db, keyring } = ground;
    const store = new FlowVersionStore(connection);
    await openCollections(db, flowCollections(store, connection, keyring.fingerprint));
    return work({ ...ground, store, standing: new Standing(keyring.fingerprint) });
  });
}
