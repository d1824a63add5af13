import { browser } from './browser.ts';
import { modulesOf } from './modules.ts';
import { type Orders, orders } from './orders.ts';
import type { Report } from './sending.ts';
import { open } from './socket.ts';
import { bringLeft } from './talks.ts';

/*
 * The page served as web.whatsapp.com. Not WhatsApp: the models and modules the library looks for, and behind them a test
 * instead of a phone. Orders come as server-sent events, what happens goes back by POST.
 */

const report: Report = (kind, what) => void post('/happened', { kind, ...what });
const modules = modulesOf(report);

browser.require = (name) => {
  if (!Object.hasOwn(modules, name)) {
    report('unknown module', { name });
    throw new Error(`Requiring unknown module "${name}"`);
  }
  return modules[name];
};
browser.Debug = { VERSION: '2.3000.0-stand-in' };

new browser.EventSource('/orders').onmessage = ({ data }) => {
  const { id, name, args } = JSON.parse(data) as { id: number; name: keyof Orders; args: unknown[] };
  void obey(name, args).then(
    (answer) => post('/done', { id, answer }),
    (cause: unknown) => post('/done', { id, failed: String(cause) }),
  );
};
void bringLeft().then(open);

async function obey(name: keyof Orders, args: readonly unknown[]): Promise<unknown> {
  const order = orders[name] as unknown as (...given: readonly unknown[]) => unknown;
  return order(...args);
}

const post = (path: string, body: object): Promise<unknown> =>
  fetch(path, { method: 'POST', body: JSON.stringify(body) }).catch(() => undefined);
