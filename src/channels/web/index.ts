export { WEB, webChannel } from './channel.ts';
export type { WebChannel, WebChannelOptions } from './channel.ts';
export type { FormDesk, FormSaid, FormSent } from './form-desk.ts';
export type { AudioLink, ImageLink, Mailbox, MailboxItem, MailboxMessage, TalkItem } from './mailbox.ts';
export type { Upload, Uploads } from './uploads.ts';
