export { default as DocumentPage } from './DocumentPage.svelte';
export { default as DocumentsPage } from './DocumentsPage.svelte';
export { default as ReviewPage } from './ReviewPage.svelte';
