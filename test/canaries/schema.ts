/** What a document of a collection may hold, and which of it is class A and must be sealed bytes. */
interface Shape {
  fields: readonly string[];
  sealed?: readonly string[];
}

/** Every collection in which a person has left something. */
export const SCHEMA: Readonly<Record<string, Shape>> = {
  people: {
    fields: [
      ...['_id', 'key', 'conversations', 'lang', 'consents', 'stopped', 'since', 'erasedAt', 'swept'],
      ...['joined', 'by'],
    ],
  },
  conversations: {
    fields: [
      ...[
        '_id',
        'rev',
        'person',
        'talk',
        'runs',
        'stands',
        'seat',
        'seats',
        'parked',
        'ring',
        'overflowed',
        'left',
        'erasedAt',
        'pending',
        'out',
      ],
      'effects',
    ],
    sealed: ['_id', 'talk'],
  },
  join_codes: { fields: ['_id', 'code', 'host', 'until', 'claim'], sealed: ['_id', 'code', 'host', 'claim'] },
  join_tries: { fields: ['_id', 'tries', 'until'], sealed: ['_id'] },
  survey_answers: {
    fields: [
      ...['_id', 'channel', 'day', 'lang', 'hash', 'question', 'respondent', 'sealed', 'survey', 'type', 'v'],
      ...['value', 'shared'],
    ],
    sealed: ['_id', 'respondent', 'sealed'],
  },
  volunteers: {
    fields: [
      ...['_id', 'nickname', 'band', 'bandDay', 'sex', 'place', 'languages', 'skill', 'available', 'member'],
      ...['rules', 'guardian', 'day'],
    ],
    sealed: ['_id', 'nickname'],
  },
  volunteer_events: {
    fields: [
      ...[
        '_id',
        'org',
        'state',
        'day',
        'rev',
        'change',
        'tickets',
        'line',
        'kind',
        'title',
        'starts',
        'region',
        'place',
      ],
      ...['exact', 'capacity', 'minAge', 'authorisation'],
    ],
    sealed: ['exact'],
  },
  volunteer_signups: {
    fields: ['_id', 'event', 'ticket', 'state', 'why', 'reach', 'day'],
    sealed: ['_id', 'reach'],
  },
  update_subscriptions: {
    fields: [
      ...['_id', 'active', 'on', 'stopped', 'lang', 'conversation', 'day', 'talk', 'rev'],
      ...['rhythm', 'themes', 'region'],
    ],
    sealed: ['_id', 'conversation', 'talk'],
  },
  audience_members: {
    fields: [
      ...['_id', 'lang', 'channel', 'reach', 'via', 'agreed', 'stopped', 'gone', 'writable', 'active'],
      ...['day', 'talk', 'rev', 'told', 'region', 'place', 'sex', 'age', 'answers', 'themes', 'groups'],
    ],
    sealed: ['_id', 'reach', 'via', 'talk'],
  },
  update_receipts: {
    fields: ['_id', 'first', 'last', 'ended', 'lang', 'conversation', 'talk', 'others', 'day'],
    sealed: ['_id', 'conversation', 'talk'],
  },
  update_ratings: {
    fields: ['_id', 'item', 'useful', 'lang', 'region', 'day', 'v'],
    sealed: ['_id'],
  },
  inbox_threads: {
    fields: [
      ...['_id', 'who', 'reach', 'org', 'region', 'channel', 'lang', 'reason', 'state', 'with', 'closed'],
      ...['claimedBy', 'answering', 'snoozedUntil', 'tags', 'red', 'urgent', 'since', 'unansweredSince'],
      ...['withOrder', 'writtenOrder', 'answeredOrder', 'openedAt', 'lastAt', 'rev', 'changed', 'day'],
    ],
    sealed: ['_id', 'who', 'reach'],
  },
  inbox_entries: {
    fields: ['_id', 'thread', 'who', 'owner', 'at', 'day', 'sealed'],
    sealed: ['_id', 'thread', 'who', 'owner', 'sealed'],
  },
  explainer_questions: {
    fields: [
      ...['_id', 'who', 'reach', 'words', 'answer', 'org', 'office', 'theme', 'lang', 'ticket', 'state'],
      ...['told', 'day', 'since', 'passes', 'trail', 'answeredDay', 'keptFrom'],
    ],
    sealed: ['_id', 'who', 'reach', 'words', 'answer', 'trail'],
  },
  explainer_outcomes: {
    fields: ['_id', 'org', 'office', 'theme', 'day', 'answered', 'passed'],
    sealed: ['_id'],
  },
  citizen_media: {
    fields: [
      ...['_id', 'who', 'owner', 'media', 'type', 'size', 'seconds', 'day', 'lang', 'listed', 'spoken'],
      'sealed',
    ],
    sealed: ['_id', 'who', 'owner', 'sealed'],
  },
  due_dates: {
    fields: [
      ...['_id', 'kind', 'at', 'order', 'mark', 'params', 'open', 'free', 'attempts', 'holder', 'code'],
      'gaveUpAt',
    ],
    sealed: ['_id', 'mark', 'params'],
  },
  flow_counts: { fields: ['_id', 'flow', 'day', 'lang', 'channel', 'begun', 'steps'] },
  flow_turns_counted: { fields: ['_id', 'turns', 'day', 'channel'], sealed: ['_id'] },
  traffic: { fields: ['_id', 'day', 'channel', 'counts', 'codes'] },
  channel_standing: { fields: ['_id', 'day', 'channel', 'last'] },
  staff_accounts: {
    fields: [
      ...['_id', 'email', 'emailKey', 'name', 'org', 'role', 'passwordHash', 'totp', 'totpStep', 'suspended'],
      ...['turn', 'keys', 'keyWantedSince', 'lang', 'regions', '__v'],
    ],
    sealed: ['email', 'emailKey', 'name', 'totp'],
  },
};

/** What holds no person, or only what a later test of its own looks into. */
export const WITHOUT_PEOPLE: readonly string[] = [
  ...['seen', 'dead_letters', 'meta', 'mailboxes', 'media', 'demo', 'audit', 'audit_anchors'],
  ...['flow_versions', 'flow_editions', 'flow_houses', 'whatsapp_windows', 'sms_pieces'],
  ...['voices', 'corrected_texts', 'media_uploads', 'citizen_words', 'inbox_canned'],
  ...[
    'survey_endings',
    'survey_publications',
    'updates',
    'update_sends',
    'update_pictures',
    'update_came',
    'update_posts',
    'volunteer_reveals',
  ],
  ...['explainers', 'explainer_offices', 'milestones'],
  ...['update_log', 'update_log_demo', 'update_log_heads', 'update_cards', 'update_prints'],
  ...['receipts', 'metered_messages', 'erasures', 'readiness', 'expirations'],
  ...['staff_sessions', 'staff_setup_links', 'staff_sign_in_failures', 'staff_spent_challenges'],
  ...['staff_reveals', 'staff_reveal_words', 'organisations', 'sharing_agreements'],
  ...['broadcasts', 'broadcast_alone', 'broadcast_recipients', 'broadcast_runs', 'broadcast_received'],
  'saved_audiences',
  ...['broadcast_testers', 'broadcast_tester_codes', 'broadcast_trials'],
  ...['calendar_days', 'contact_imports', 'contact_rows', 'contact_proofs', 'broadcast_waiting'],
];
