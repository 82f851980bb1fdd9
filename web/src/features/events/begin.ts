// What a new change of bodies begins with: the body whose page it was called from, or what a document says.
import { api, take } from '@/api';

import { addResult, emptyEvent, type EventDraft, forms } from './draft';
import type { Proposal } from './proposals';

interface Wanted {
  body: string | null;
  proposal: string | null;
}

/** The bodies themselves are chosen by a person: a name in a document may mean several. */
export function takeOver(draft: EventDraft, proposal: Proposal): void {
  draft.proposalId = proposal.id;
  draft.documentId = proposal.document_id;
  draft.basisText = proposal.basis_text;
}

export async function begun(wanted: Wanted, proposals: readonly Proposal[]): Promise<EventDraft> {
  const draft = emptyEvent();
  const proposal = proposals.find((one) => one.id === wanted.proposal);
  if (proposal) {
    takeOver(draft, proposal);
    draft.code = proposal.code;
    draft.date = proposal.effective_date ?? '';
    draft.name = proposal.code === 'rename' ? (proposal.into[0]?.name ?? '') : '';
    if (forms[proposal.code].results !== 'none') for (const unit of proposal.into) addResult(draft, unit.name);
  }
  if (wanted.body) {
    const found = await take(api.GET('/organisations/{id}', { params: { path: { id: wanted.body } } }));
    draft.bodies = [{ id: found.id, name: found.name }];
  }
  return draft;
}
