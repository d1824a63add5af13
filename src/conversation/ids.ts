/** Ids as base64url text: a conversation's is the HMAC of (channel, account, user), an inbound's that of its platform id. */
export type ConversationId = string;
export type InboundId = string;

/** Where replies go, kept in the talk's envelope. */
export interface Route {
  channel: string;
  account: string;
  address: string;
}
