import type { Role } from '../../web/staff/index.ts';

export const ADMINS: readonly Role[] = ['admin'];
