import { Emitter } from './emitter.ts';
import { ME, MsgKey, MY_LID, wid } from './ids.ts';
import { base64, mediaModules } from './media.ts';
import { findModule, type Report, sendModule } from './sending.ts';
import { Cmd, Conn, Socket } from './socket.ts';
import { Chats, Messages, seen } from './talks.ts';
import type { Chat } from './models.ts';

const LINK = /https?:\/\/\S+/g;
const key = (fill: number) => ({ pubKey: new Uint8Array(32).fill(fill) });

/**
 * The modules whatsapp-web.js 1.34.7 asks the page for, on the ways Benkan uses it. A name that is not here throws, as in
 * the real page: so an update of the library that asks for more is seen at once.
 */
export const modulesOf = (report: Report): Readonly<Record<string, unknown>> => ({
  ...mediaModules,
  WAWebSocketModel: { Socket },
  WAWebCmd: { Cmd },
  WAWebConnModel: { Conn },
  WAWebOfflineHandler: { OfflineMessageHandler: { getOfflineDeliveryProgress: () => 100 } },
  WAWebAltDeviceLinkingApi: {},
  WABase64: { encodeB64: (bytes: Uint8Array) => base64(new Uint8Array(bytes)) },
  WAWebCompanionRegClientUtils: { DEVICE_PLATFORM: 'WEB' },
  WAWebAdvSignatureApi: {},
  WAWebUserPrefsInfoStore: { waNoiseInfo: { get: async () => ({ staticKeyPair: key(1) }) } },
  WAWebSignalStoreApi: {
    waSignalStore: { getRegistrationInfo: async () => ({ identityKeyPair: key(2) }) },
  },
  WAWebUserPrefsMultiDevice: { getADVSecretKey: () => 'secret' },
  WAWebUserPrefsMeUser: { getMaybeMePnUser: () => ME, getMaybeMeLidUser: () => MY_LID },
  WAWebCollections: { Msg: Messages, Chat: Chats, Contact: new Emitter() },
  WAWebBackendJobsCommon: { mediaTypeFromProtobuf: () => null },
  WAWebE2EProtoUtils: { typeAttributeFromProtobuf: () => 'text' },
  WAWebSyncGatingUtils: {},
  WAWebCallCollection: {},
  WAWebAddonReactionTableMode: { reactionTableMode: { bulkUpsert: () => undefined } },
  WAWebAddonPollVoteTableMode: { pollVoteTableMode },
  WALinkify: {
    findLink: (text = '') => findLinks(text)[0] ?? null,
    findLinks: (text = '') => findLinks(text),
  },
  WAWebWidFactory: { createWid: wid, asUserWidOrThrow: wid },
  WAWebFindChatAction: findModule,
  WAWebStreamModel: { Stream: { markAvailable: () => undefined, markUnavailable: () => undefined } },
  WAWebUpdateUnreadChatAction: {
    async sendSeen({ chat }: { chat: Chat }): Promise<void> {
      await seen(chat);
      report('seen', { chat: chat.id._serialized });
    },
  },
  WAWebChatGetters: { getIsNewsletter: () => false, getIsBroadcast: () => false },
  WAWebDeleteChatAction: {
    async sendDelete(chat: Chat): Promise<void> {
      Chats.remove(chat);
      report('deleted', { chat: chat.id._serialized });
    },
  },
  WAWebChatLoadMessages: { loadEarlierMsgs: async () => [] },
  WAWebMsgKey: MsgKey,
  WAWebGetEphemeralFieldsMsgActionsUtils: { getEphemeralFields: () => ({}) },
  WAWebSendMsgChatAction: sendModule(report),
});

/** Votes are written here; the library listens in by putting its own function in the place of this one. */
export const pollVoteTableMode = { bulkUpsert: (votes: readonly object[]): number => votes.length };

const findLinks = (text: string): { href: string }[] =>
  Array.from(text.matchAll(LINK), ([href]) => ({ href }));
