/** What the page remembers on this phone. */
export interface Device {
  read(key: string): string | null;
  write(key: string, value: string): void;
  /** False once the browser has refused to keep something: it lasts as long as the page. */
  keeps(): boolean;
  /** Leaves nothing of the chat behind. */
  forget(): void;
}

const PREFIX = 'benkan.';

/** `localStorage`, or only this page's memory where the browser refuses it (private mode, embedded, full). */
export function deviceOf(storage: () => Storage): Device {
  const memory = new Map<string, string>();
  const attempt = <T>(act: (kept: Storage) => T): T | undefined => {
    try {
      return act(storage());
    } catch {
      return undefined;
    }
  };
  return {
    read: (key) => memory.get(key) ?? attempt((kept) => kept.getItem(PREFIX + key)) ?? null,
    write(key, value) {
      // Whichever holds it: a value in memory would hide what another tab writes.
      if (attempt((kept) => (kept.setItem(PREFIX + key, value), true)) === true) memory.delete(key);
      else memory.set(key, value);
    },
    keeps: () => memory.size === 0,
    forget() {
      memory.clear();
      attempt((kept) => {
        for (const key of Object.keys(kept)) if (key.startsWith(PREFIX)) kept.removeItem(key);
      });
    },
  };
}
