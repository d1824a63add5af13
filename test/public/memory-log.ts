import type { LogEntry, Statement } from '../../src/capabilities/updates/log/ports.ts';
import { NO_TEXT, type UpdateContent } from '../../src/capabilities/updates/model/content.ts';

/** A log in memory, as the public pages read it: unsigned, since they do not look at signatures. */
export interface MemoryLog {
  after(seq: number, limit: number, demo?: boolean): Promise<LogEntry[]>;
  of(number: string): Promise<LogEntry[]>;
  head(demo?: boolean): Promise<{ seq: number; hash: string }>;
  say(statement: Partial<Statement>, demo?: boolean): Statement;
  /** As when the demonstration is cleared: its count goes on. */
  dropDemo(): void;
  /** How often entries were asked for after a place. */
  reads: number;
}

export function memoryLog(): MemoryLog {
  const logs: Record<'real' | 'demo', LogEntry[]> = { real: [], demo: [] };
  const heads = { real: { seq: 0, hash: '' }, demo: { seq: 0, hash: '' } };
  const which = (demo = false): LogEntry[] => logs[demo ? 'demo' : 'real'];
  const log: MemoryLog = {
    reads: 0,
    async after(seq, limit, demo) {
      log.reads += 1;
      return which(demo)
        .filter((entry) => entry.seq > seq)
        .slice(0, limit);
    },
    of: async (number) => [...logs.real, ...logs.demo].filter(({ statement }) => statement.number === number),
    head: async (demo = false) => heads[demo ? 'demo' : 'real'],
    say(said, demo = false) {
      const statement = buildStatement(said);
      const seq = heads[demo ? 'demo' : 'real'].seq + 1;
      const hash = `${String(seq)} ${statement.number} ${statement.at}`;
      heads[demo ? 'demo' : 'real'] = { seq, hash };
      which(demo).push({ seq, prev: '', hash, key: '', signature: '', statement, demo });
      return statement;
    },
    dropDemo: () => void (logs.demo.length = 0),
  };
  return log;
}

/** A statement of the log. */
export const buildStatement = (of: Partial<Statement> = {}): Statement => ({
  ...{ v: 1, kind: 'published', number: 'ML-2026-0001', version: 1, at: '2026-11-12T10:00:00Z' },
  publisher: { id: 'benkan', name: 'Campagne de la paix' },
  content: contentSaying(),
  reason: null,
  ...{ author: 'a'.repeat(16), verifier: 'b'.repeat(16) },
  ...of,
});

interface Saying extends Partial<Omit<UpdateContent, 'texts'>> {
  title?: string;
  first?: string;
  second?: string;
  audio?: string;
  /** The Bambara title; without one there is nothing in Bambara. */
  bm?: string;
}

/** Content with words of one's own. */
export const contentSaying = ({
  title = 'La charte est remise',
  first = 'Le texte compte 106 articles.',
  second = '',
  audio = '',
  bm = '',
  ...more
}: Saying = {}): UpdateContent => ({
  ...{ date: '2026-11-10', place: 'mali', theme: 'charte', tier: 'official_text' },
  texts: {
    fr: { title, first, second, audio },
    bm: bm === '' ? NO_TEXT : { ...NO_TEXT, title: bm, first: bm },
  },
  source: { title: 'Journal officiel', url: 'https://example.org/jo.pdf', sha256: '' },
  ...{ funding: 'Campagne de la paix', reviewBy: '2027-05-01' },
  ...more,
});
