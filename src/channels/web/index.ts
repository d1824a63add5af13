export { WEB, webChannel } from './channel.ts';
export type { WebChannel, WebChannelOptions } from './channel.ts';
export type { AudioLink, ImageLink, Mailbox, MailboxItem, MailboxMessage } from './mailbox.ts';
export type { Upload, Uploads } from './uploads.ts';
