export { default as KnownOn } from './KnownOn.svelte';
export { default as LineageGraph } from './LineageGraph.svelte';
export { default as OrganisationPicker } from './OrganisationPicker.svelte';
export { allKinds, kindName, loadKinds } from './kinds.svelte';
export { firstDay } from './life';
export { missing } from './required';
export { eventHref, newEventHref, organisationHref, viewOf } from './view';
export { lifeSpan } from './words';
