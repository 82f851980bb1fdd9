export { default as AssociationsPage } from './AssociationsPage.svelte';
export { default as AssociationPage } from './AssociationPage.svelte';
export { default as SimilarPage } from './SimilarPage.svelte';
