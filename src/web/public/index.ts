export { type ChatPageOptions, chatPageRouter } from './chat-router.tsx';
