export type { Link } from './chain.ts';
export { type AuditLedger, openLedger } from './ledger.ts';
export type { Damage, Verdict } from './verify.ts';
