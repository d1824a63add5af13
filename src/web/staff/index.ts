export {
  type Credentials,
  createStaff,
  isEmail,
  placeOf,
  resetAccount,
  resetStaff,
} from './accounts.ts';
export {
  type Audit,
  type AuditAct,
  type AuditActor,
  type AuditEntry,
  auditOf,
  OPERATOR,
} from './audit.ts';
export { boundTo } from './confirm/index.ts';
export { csvFile, listFile } from './csv-file.ts';
export { fieldsOf, readForm } from './form.ts';
export { gateFor } from './gate.ts';
export { flashesIn } from './flashes.ts';
export { staffHeaders } from './headers.ts';
export { namesOf, onItem, onlyFields, pageAnswer, revOf, seenIn } from './items.ts';
export {
  checkEnrolment,
  enrolmentOptions,
  KeyButton,
  keyDuty,
  keyScripts,
  keysOf,
  LONGEST_ANSWER,
  MOST_KEYS,
  openKey,
  OWN_ACCOUNT,
  relyingPartyOf,
} from './keys/index.ts';
export { handsOf, sameHands } from './lineage.ts';
export { type LiveAnswer, type LiveOptions, type LiveStreams, liveStreams } from './live/index.ts';
export { recordLook, recordRefusedLook } from './looks.ts';
export { matrixOf, mayEnter, opensFor } from './matrix.ts';
export { NEED_LEVELS, type Need } from './need.ts';
export { sameOrigin } from './origin.ts';
export { overviewStyles } from './overview/styles.ts';
export type { AccountParts, StaffParts } from './parts.ts';
export {
  type AccountChange,
  FIRST_ORG,
  type Given,
  ROLES,
  type Role,
  type SetupLinks,
  type SignInFailures,
  type SpentChallenges,
  type StaffAccount,
  type StaffAccounts,
  type StaffKey,
  type StaffLog,
  type StaffSession,
  type StaffSessions,
} from './ports.ts';
export { Refused } from './refused.ts';
export { endingWith } from './refusals.ts';
export { refusedBy } from './refused-by.ts';
export {
  LOOK_MS,
  type Look,
  Masked,
  MOST_REVEALS,
  type Revealing,
  RevealForm,
  revealRefusal,
  type Reveals,
  wordsPlace,
} from './reveal/index.ts';
export { inScope, isRegional } from './scope.ts';
export { signedIn, standing } from './sessions.ts';
export type {
  StaffActionRoute,
  StaffAnswer,
  StaffContext,
  StaffPageRoute,
  StaffPerson,
  StaffRoute,
} from './route.ts';
export { staffRouter } from './router.ts';
export type { StaffSlots } from './slots.ts';
export { ensureSetupLink, makeSetupLink } from './setup-link.ts';
export { STAFF } from './texts.ts';
export { readUpload, type Upload, type UploadedFile } from './upload.ts';
export { hashPassword, PASSWORD_LONGEST, passwordFault } from './password.ts';
export { qrImage, seedAddress } from './totp.ts';
