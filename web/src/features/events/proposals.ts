// Bodies as a document names them.
import type { Schemas } from '@/api';
import { t } from '@/shared/i18n/i18n.svelte';

export type Proposal = Schemas['EventProposalPage']['items'][number];
type Unit = Proposal['from'][number];

/** "3" of a list "các phường 1, 3" is told with its kind. */
function nameOf(unit: Unit): string {
  const isBare = unit.kind !== 'body' && !unit.name.toLowerCase().startsWith(unit.kind);
  const name = isBare ? `${unit.kind} ${unit.name}` : unit.name;
  return unit.share === 'part' ? t('review.part_of_unit', { name }) : name;
}

export function proposedNames(proposal: Proposal): string {
  const sides = [proposal.from, proposal.into].filter((side) => side.length > 0);
  return sides.map((side) => side.map(nameOf).join('; ')).join(' → ');
}
