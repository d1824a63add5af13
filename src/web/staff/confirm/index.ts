export { boundTo, type ConfirmSteps, confirmSteps } from './confirm.tsx';
export { CONFIRM_PATH } from './confirm-page.tsx';
export { keepForm, type KeptForm, LARGEST_KEPT_FORM_BYTES, LONGEST_KEPT, openKept } from './kept.ts';
export { KeptPage } from './kept-page.tsx';
export { CONFIRMED_FOR_MS, type Gated, type Question, questionFor } from './question.ts';
