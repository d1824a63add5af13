// The words in which an operator describes a gateway.

export const METHODS = ['POST', 'GET', 'PUT'] as const;

/** What a code of the gateway means for a message. */
export const MEANINGS = ['ok', 'later', 'gone', 'refused'] as const;
export type Meaning = (typeof MEANINGS)[number];

/** Names of what a gateway brings. `each`: the list the SMS stand in, where several come at once. */
export const MESSAGE_FIELDS = ['from', 'to', 'text', 'id', 'at', 'ref', 'part', 'parts', 'each'] as const;

/** Names of what it tells of a message of ours. */
export const REPORT_FIELDS = ['id', 'state', 'code'] as const;

/** What its own words for a state mean. */
export const STATES = ['sent', 'delivered', 'failed'] as const;
export type State = (typeof STATES)[number];
