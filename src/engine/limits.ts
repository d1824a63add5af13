/** Every length and count the engine bounds, with the reason beside the number. */

/** A flow of 2,000 steps with long keys is about 150 KB; more is a mistake or an attack. */
export const MAX_FILE_BYTES = 256 * 1024;
/** Steps hold steps only inside `if`; twelve branches deep nobody reads any more, and the YAML reader recurses. */
export const MAX_DEPTH = 40;
/** The largest questionnaires of the field have some 600 questions. */
export const MAX_STEPS = 2_000;
/** A person scrolls through no more; WhatsApp lists stop at 10, numbered text carries the rest. */
export const MAX_CHOICES = 50;
/** An order of more things than that nobody has in mind; and each has a digit of its own, so "213" is an order. */
export const MAX_RANK = 9;
/** Keys of a question that takes several of them, together: an answer of all costs no more than three others. */
export const MAX_KEYS_TOGETHER = 180;
/** Ways of a split: with more, each has too few people to say anything of it. */
export const MAX_ARMS = 10;
/** Groups one person is in; they are part of the state of a talk. */
export const MAX_GROUPS = 20;
/** From 0 to 10: more steps than that nobody tells apart. */
export const MAX_SCALE = 11;
/** What an author works through at one sitting; a machine's file can have a thousand faults of one sort. */
export const MAX_FINDINGS_A_FILE = 100;
/** Files a flow set may hold; the checker's passes are linear, its report is not readable beyond. */
export const MAX_FLOWS = 2_000;

/** Steps one turn may take: three times the longest run of say and set seen, and still under a millisecond. */
export const MAX_STEPS_A_TURN = 200;
/** A talk, a side job over it, and two more; beyond that the newest gives way. Each frame costs about 200 B of state. */
export const MAX_FRAMES = 4;
/** A menu left open for an hour is left for good: what waits below may come up. */
export const SIDE_JOB_PATIENCE_MS = 3_600_000;
/** People come back to a question within the day, or hardly ever. */
export const TALK_PATIENCE_MS = 86_400_000;
/** Who has not answered after three reminders does not want to. */
export const MAX_REMINDERS = 3;
/** Of a talk, besides 60 B an answer and its lists; where more frames wait, less is left for variables. */
export const MAX_STATE_BYTES = 1_024;
/** Variables hold results of calls, not documents: with two frames of the longest names the state stays within 1 KB. */
export const MAX_VARS_BYTES = 320;
/** What a call brings to be said in the same turn: one item of news, its two paragraphs and what founds it. Never stored. */
export const MAX_HELD_BYTES = 4_096;
/** Records of a list: WhatsApp's lists stop at 10, and on a small screen so does a reader. */
export const MAX_LIST = 10;
/** A record is what a flow offers or says of one thing, not the thing. */
export const MAX_RECORD_FIELDS = 8;
/** A field is a name, a day, an id; whole texts come by a call of their own once the person has chosen. */
export const MAX_LIST_WORDS = 64;
/** Telegram's callback data is 64 bytes, of which the button's token takes 17; some room is left. */
export const MAX_LIST_KEY = 40;
/** What stands whole on a WhatsApp button. */
export const MAX_BUTTON = 20;
/**
 * Lists of one run: two full ones (choose an activity, then a shift of it) of `key` and `label` alone, which are at most
 * 102 B a record. So a talk's state is at most 1 KB, 60 B an answer, and 102 B a record of a list while its flow runs.
 */
export const MAX_LIST_BYTES = 2_048;
/** An answer costs 60 B of state: step key (28), choice key or place (26), punctuation (6). */
export const MAX_STEP_KEY = 28;
export const MAX_CHOICE_KEY = 26;
/** Telegram cuts a message at 4,096 characters; a few parameters of this size and the text itself stay below. */
export const MAX_PARAM_LENGTH = 500;
export const MAX_PARAMS = 12;
/** A content hash in hex is 64 characters; a name before it stays below this. */
export const MAX_MEDIA_ID = 128;
/** What a flow is begun with: ids and places of things to look up, which share the room of the variables. */
export const MAX_FLOW_PARAMS = 8;
/** Renamed steps a file remembers; whoever renames more has written another flow. */
export const MAX_MIGRATE = 100;
/** Words a question takes at most; a report longer than this is cut by no one, the person is asked to shorten it. */
export const MAX_ANSWER_LENGTH = 1_000;
/** Candidates shown after an ambiguous answer: what fits a small screen without scrolling. */
export const MAX_CANDIDATES = 6;
export const MAX_TRIES = 10;

/** Expressions have no unbounded loop, so their cost is their size; a page-long condition belongs in a capability. */
export const MAX_EXPRESSION_LENGTH = 500;
export const MAX_EXPRESSION_NODES = 120;
export const MAX_EXPRESSION_DEPTH = 24;
export const MAX_EXPRESSION_LIST = 60;
export const MAX_EXPRESSION_NAMES = 16;
