export { webChannel } from './channel.ts';
export type { WebChannel, WebChannelOptions } from './channel.ts';
export type { Mailbox, MailboxItem, MailboxMessage } from './mailbox.ts';
