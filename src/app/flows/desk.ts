import type { EditionDesk, Files, Look, Offer, Sides } from '../../capabilities/flows/index.ts';
import { Fault, refusal } from '../../domain/faults.ts';
import type { Finding } from '../../engine/finding.ts';
import type { Edition } from '../../store/flow-versions.ts';
import { FlowsBroken, type Wanted } from './candidate.ts';
import { type Around, structureOf } from './changes.ts';
import { deedsOf } from './deeds.ts';
import { differences, editionLines, publishedIn } from './edition-lines.ts';
import { lookOf, publish } from './publish.ts';
import type { Draft } from './read-draft.ts';
import { flowsOf, versionsOf, wordsOf } from './versions-of.ts';

export interface DeskParts extends Around {
  /** The files as they are now. */
  draft: () => Draft;
  now: () => number;
  byHand: boolean;
  /** Takes over what was published, so that who published sees it at once. */
  follow: () => Promise<void>;
}

/** What staff look at and publish, over the same functions as `benkan flows publish`. */
export function editionDesk(parts: DeskParts): EditionDesk {
  const { store, now, byHand, follow } = parts;
  return {
    byHand,
    files: () => filesOf(parts),
    look: (offer) => looked(parts, offer),
    async publish({ offer, seen, by, why, record }) {
      const { edition } = await publish({
        ...parts,
        ...wanted(parts, offer),
        ...{ at: now(), by, seen },
        ...(why === '' ? {} : { why }),
        async decided(published) {
          for (const deed of deedsOf(published)) await record(deed);
        },
      });
      await follow();
      return edition.n;
    },
    sides: (flow, offer) => sidesOf(parts, flow, offer),
    editions: async () => editionLines(await store.editions()),
  };
}

async function filesOf({ draft, store, now }: DeskParts): Promise<Files> {
  const { loaded, findings, warnings } = draft();
  const editions = await store.editions();
  const [current] = editions;
  const was = current?.flows ?? {};
  if (loaded === undefined) {
    const flows = Object.keys(was).map((flow) => ({ flow, state: 'unread' as const }));
    return { flows, findings, warnings };
  }
  const { flows: is, files } = flowsOf(versionsOf(loaded, now(), 'files'));
  const had = publishedIn(editions);
  const differing = new Map(differences(was, is, had).map(({ flow, kind }) => [flow, kind]));
  const broken = new Set([...loaded.sources.keys()].filter((flow) => !loaded.set.flows.has(flow)));
  const replaced = files === current?.files ? null : await store.lastWith(files);
  return {
    flows: [...new Set([...Object.keys(was), ...loaded.sources.keys()])].sort().map((flow) => ({
      flow,
      state: broken.has(flow) ? 'broken' : (differing.get(flow) ?? 'same'),
    })),
    ...{ findings, warnings },
    ...(replaced === null ? {} : { replaced }),
  };
}

/** A refusal to publish is something to show beside the files, not a page that fails. */
async function looked(parts: DeskParts, offer: Offer): Promise<Look> {
  try {
    const { edition, changes } = await publish({
      ...{ ...parts, ...wanted(parts, offer) },
      ...{ at: parts.now(), by: 'look', dryRun: true },
    });
    return { seen: changes.length === 0 ? '' : lookOf(edition), changes, findings: [] };
  } catch (cause) {
    if (!(cause instanceof Fault) || cause.kind !== 'refusal' || cause.code === 'no_such_edition')
      throw cause;
    return { seen: '', changes: [], findings: findingsOf(cause) };
  }
}

const findingsOf = (cause: Fault): readonly Finding[] =>
  cause instanceof FlowsBroken
    ? cause.findings
    : [{ file: '', line: 0, code: cause.code, message: cause.message }];

/** @throws FlowsBroken where the checker has anything to be put right in the files */
function wanted({ draft }: DeskParts, offer: Offer): Wanted {
  if (offer.from === 'edition') return { back: offer.n };
  const { loaded, findings } = draft();
  const [first, ...rest] = findings;
  if (first !== undefined) throw new FlowsBroken([first, ...rest]);
  if (loaded === undefined) throw refusal('flows_unreadable', 'The files cannot be read.');
  return { loaded, ...(offer.flow === undefined ? {} : { only: [offer.flow] }) };
}

async function sidesOf(parts: DeskParts, flow: string, offer: Offer): Promise<Sides | null> {
  const published = await inEdition(parts, await parts.store.current(), flow);
  const was = published && { was: published };
  if (offer.from === 'edition') {
    const is = await inEdition(parts, await parts.store.edition(offer.n), flow);
    return { ...was, ...(is && { is }) };
  }
  const { loaded } = parts.draft();
  if (loaded === undefined) return null;
  const source = loaded.sources.get(flow);
  if (source === undefined) return { ...was };
  const structure = loaded.set.flows.get(flow);
  const is = { source, words: wordsOf(loaded.speaker, flow), ...(structure && { structure }) };
  return { ...was, is };
}

async function inEdition(parts: DeskParts, edition: Edition | null, flow: string) {
  const named = edition?.flows[flow];
  if (named === undefined) return undefined;
  const [version] = await parts.store.versions([{ flow, ...named }]);
  if (version === undefined) return undefined;
  const structure = structureOf(version, parts);
  return { source: version.source, words: version.texts, ...(structure && { structure }) };
}
