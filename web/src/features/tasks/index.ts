export { default as StatusBadge } from './StatusBadge.svelte';
export { default as TaskLine } from './TaskLine.svelte';
export { statuses } from './status';
export type { Task, TaskStatus } from './status';
