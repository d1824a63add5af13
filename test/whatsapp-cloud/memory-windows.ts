import type { Windows } from '../../src/channels/whatsapp-cloud/index.ts';

const DAY_MS = 86_400_000;

/** Windows in memory; the store is held to the same promises in windows.test.ts. */
export function memoryWindows(): Windows {
  const opened = new Map<string, number>();
  const knocked = new Map<string, number>();
  return {
    opened: async (address, at) => void opened.set(address, Math.max(at, opened.get(address) ?? 0)),
    lastOpened: async (address) => opened.get(address),
    mayKnock: async (address, at) => {
      if (at - (knocked.get(address) ?? -Infinity) < DAY_MS) return false;
      knocked.set(address, at);
      return true;
    },
  };
}
