import type { Channel, Receive } from '../../conversation/ports.ts';
import { NO_MEDIA } from '../../domain/media.ts';
import type { Intake } from '../platform/commit.ts';
import type { WebhookDoor } from '../platform/ports.ts';
import { secretCheck } from '../platform/secret.ts';
import { downloadsFrom } from '../platform/download.ts';
import { fetchFile, type FileSource, META_FILES } from './fetch-file.ts';
import { graph as graphOf, VERSION } from './graph.ts';
import { intake } from './intake.ts';
import type { WhatsappCloudOptions } from './ports.ts';
import { PACE } from './pace.ts';
import { Recordings } from './recordings.ts';
import { sendMessage } from './send.ts';
import { signatureCheck } from './signature.ts';
import { CHANNEL } from './to-inbound.ts';
import { webhookDoor } from './webhook.ts';

export type { Template, WhatsappCloudOptions, Windows } from './ports.ts';
export { preview as whatsappCloudPreview } from './preview.ts';

export { CHANNEL as WHATSAPP_CLOUD } from './to-inbound.ts';

export const WHATSAPP_WEBHOOK_PATH = '/webhooks/whatsapp';

export interface WhatsappCloudChannel extends Channel {
  start(receive: Receive): Promise<void>;
  stop(): Promise<void>;
  /** The id of our number, as `Inbound.account` and for `send`. */
  readonly account: string;
  /** To be mounted at {@link WHATSAPP_WEBHOOK_PATH}, before any body parser. */
  readonly webhook: WebhookDoor;
}

/** WhatsApp's Cloud API (C3), by plain HTTP. Nothing is asked of the platform at the start: the address of the webhook is typed into Meta's console. */
export function whatsappCloudChannel(options: WhatsappCloudOptions): WhatsappCloudChannel {
  const { phoneNumberId: account, windows, log, clock, template, media = NO_MEDIA } = options;
  const { count = () => undefined, receipt = async () => undefined, mayCost = () => true } = options;
  const { apiRoot = META_API, token } = options;
  const graph = graphOf(apiRoot, token, account);
  const files = filesOf(apiRoot, token);
  const sender = { graph, recordings: new Recordings(graph, media), windows, template, mayCost, clock };
  let taking: Intake | undefined;
  let stopped = false;
  return {
    id: CHANNEL,
    account,
    pace: PACE,
    answers: () => graph.answers(),
    webhook: webhookDoor({
      rightSignature: signatureCheck(options.appSecret),
      rightToken: secretCheck(options.verifyToken),
      intake: () => (stopped ? undefined : taking),
      count,
    }),
    send: async (message, from) =>
      from === account
        ? sendMessage(sender, message)
        : { kind: 'refused', code: 'not_this_account', gone: false },
    fetch: async (id, from) => (from === account ? fetchFile(files, id) : { kind: 'gone' }),
    async start(receive) {
      taking = intake({ account, receive, windows, log, count, receipt });
    },
    async stop() {
      stopped = true;
      await taking?.idle();
    },
    async close() {
      await Promise.all([graph.close(), ...files.hosts.map((host) => host.close())]);
    },
  };
}

const META_API = 'https://graph.facebook.com';
/** A file of ours is at most two megabytes. */
const FILE_WITHIN_MS = 20_000;

/** Files lie where the API is, or, as the API is Meta's own, on Meta's host for files. */
function filesOf(apiRoot: string, token: string): FileSource {
  const { origin, pathname } = new URL(apiRoot);
  const graph = downloadsFrom(origin, FILE_WITHIN_MS);
  const others = origin === META_API ? [downloadsFrom(META_FILES, FILE_WITHIN_MS)] : [];
  return { graph, hosts: [graph, ...others], root: `${pathname.replace(/\/$/, '')}/${VERSION}`, token };
}
