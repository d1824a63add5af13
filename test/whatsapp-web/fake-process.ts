import type { StartProcess } from '../../src/channels/whatsapp-web/ports.ts';
import {
  type FromProcess,
  fromProcess,
  type Stage,
  type ToProcess,
  toProcess,
} from '../../src/channels/whatsapp-web/protocol.ts';

type Heard<Kind extends ToProcess['kind']> = Extract<ToProcess, { kind: Kind }>;

/** One process of a {@link FakeProcesses}. */
export interface FakeProcess {
  heard: ToProcess[];
  killed: boolean;
  /** Says something, as it would through the line between processes: copied, and read by its schema. */
  says(message: FromProcess): void;
  ends(code?: string): void;
}

/**
 * Stands for the process with the library, on its own end of the protocol: everything is copied and held against the
 * schemas of both ends. The real one is tried in driver.test.ts.
 */
export class FakeProcesses {
  readonly all: FakeProcess[] = [];
  /** Hears everything; what it does with a `send` decides what becomes of it. */
  hears: (message: ToProcess, from: FakeProcess) => void = () => undefined;
  /** Ends when it is told to; a hung one does not. */
  endsInOrder = true;

  readonly start: StartProcess = (events) => {
    let over = false;
    const end = (): void => {
      if (over) return;
      over = true;
      queueMicrotask(() => events.ended());
    };
    const one: FakeProcess = {
      heard: [],
      killed: false,
      says: (message) => events.told(fromProcess.parse(structuredClone(message))),
      ends(code) {
        if (code !== undefined) one.says({ kind: 'ending', code });
        end();
      },
    };
    this.all.push(one);
    return {
      tell: (message) => {
        if (over) return false;
        const heard = toProcess.parse(structuredClone(message));
        one.heard.push(heard);
        if (heard.kind === 'stop' && this.endsInOrder) end();
        else this.hears(heard, one);
        return true;
      },
      kill() {
        one.killed = true;
        end();
      },
    };
  };

  get last(): FakeProcess {
    const last = this.all.at(-1);
    if (last === undefined) throw new Error('None was started.');
    return last;
  }

  stage(stage: Stage): void {
    this.last.says({ kind: 'stage', stage });
  }

  heard<Kind extends ToProcess['kind']>(kind: Kind): Heard<Kind>[] {
    return this.all.flatMap(({ heard }) => heard).filter((message) => message.kind === kind) as Heard<Kind>[];
  }
}
