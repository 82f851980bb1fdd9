export { default as OrganisationPicker } from './OrganisationPicker.svelte';
export { kindName, loadKinds } from './kinds.svelte';
export { missing } from './required';
