/** Where the messages of a month stand against what the campaign can pay. */
export type Level = 'below' | 'near' | 'reached';

export interface Standing {
  count: number;
  /** Absent: there is no ceiling. */
  most?: number;
  level: Level;
}

/** Of the ceiling, from which somebody is told: days are left to see to it. */
const NEAR = 0.8;

export interface CeilingDeps {
  /** Messages paid for in this month, by all processes. */
  count: () => Promise<number>;
  /** Messages a month; none where it is absent. */
  most: number | undefined;
  /** Told once as each level is reached, and again in a new month. */
  reached: (standing: Standing) => void;
}

/** What a month's messages may cost at most. It is read from the store now and then, and asked for with every message. */
export class Ceiling {
  readonly #deps: CeilingDeps;
  #count = 0;
  #told: Level = 'below';

  constructor(deps: CeilingDeps) {
    this.#deps = deps;
  }

  get standing(): Standing {
    const { most } = this.#deps;
    const level = levelOf(this.#count, most);
    return { count: this.#count, level, ...(most !== undefined && { most }) };
  }

  /** One more was counted in the store. */
  counted(): void {
    this.#count += 1;
    this.#tell();
  }

  /** What all processes have counted; a new month begins at nothing. */
  async look(): Promise<void> {
    this.#count = await this.#deps.count();
    this.#tell();
  }

  #tell(): void {
    const { standing } = this;
    if (standing.level === this.#told) return;
    const news = LEVELS.indexOf(standing.level) > LEVELS.indexOf(this.#told);
    this.#told = standing.level;
    if (news) this.#deps.reached(standing);
  }
}

const LEVELS: readonly Level[] = ['below', 'near', 'reached'];

function levelOf(count: number, most: number | undefined): Level {
  if (most === undefined) return 'below';
  if (count >= most) return 'reached';
  return count >= most * NEAR ? 'near' : 'below';
}
