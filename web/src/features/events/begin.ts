// What a new change of bodies begins with: the body whose page it was called from, what a document says,
// or one that was recorded wrongly and undone.
import { api, take, type Schemas } from '@/api';

import { addResult, type Chosen, edgeOf, emptyEvent, type EventDraft, forms } from './draft';
import type { Proposal } from './proposals';

type Detail = Schemas['OrganisationEventDetail'];
export interface Wanted {
  body: string | null;
  proposal: string | null;
  event: string | null;
}

/** The bodies themselves are chosen by a person: a name in a document may mean several. */
export function takeOver(draft: EventDraft, proposal: Proposal): void {
  draft.proposalId = proposal.id;
  draft.documentId = proposal.document_id;
  draft.basisText = proposal.basis_text;
}

function fromProposal(proposal: Proposal): EventDraft {
  const draft = emptyEvent();
  takeOver(draft, proposal);
  draft.code = proposal.code;
  draft.date = proposal.effective_date ?? '';
  if (proposal.code === 'rename') draft.name = proposal.into[0]?.name ?? '';
  if (forms[proposal.code].results !== 'none') for (const unit of proposal.into) addResult(draft, unit.name);
  return draft;
}

function addResults(draft: EventDraft, detail: Detail, bodies: readonly Chosen[]): void {
  const keys = new Map<string, number>();
  for (const { organisation_id: id, part } of detail.parts) {
    const node = detail.nodes.find((one) => one.id === id);
    const goesOn = part === 'kept' && detail.code === 'reorganise';
    if (!node || (part !== 'made' && !goesOn)) continue;
    addResult(draft, node.name);
    const result = draft.results.at(-1);
    if (!result) continue;
    keys.set(id, result.key);
    if (goesOn) Object.assign(result, { goesOn, body: { id, name: node.name }, name: '' });
    else {
      result.shortName = node.short_name ?? '';
      result.kind = node.kind;
      result.level = node.level ?? '';
      result.code = node.code ?? '';
    }
  }
  if (detail.code !== 'reorganise') return;
  draft.edges = detail.edges.flatMap((edge) => {
    const key = keys.get(edge.successor_id);
    const isTaken = bodies.some((body) => body.id === edge.predecessor_id);
    return key === undefined || !isTaken ? [] : [edgeOf(edge.predecessor_id, key)];
  });
}

/** As it was recorded, to be put right. */
export function fromEvent(detail: Detail): EventDraft {
  const draft = emptyEvent();
  const chosen = (id: string): Chosen => ({ id, name: detail.nodes.find((node) => node.id === id)?.name ?? '' });
  const ids = (...parts: Schemas['EventPartName'][]): string[] =>
    detail.parts.filter((one) => parts.includes(one.part)).map((one) => one.organisation_id);
  const before = detail.edges.map((edge) => edge.predecessor_id);
  const touched = detail.code === 'split_off' || before.length > 0 ? before : ids('ended', 'changed');
  draft.code = detail.code;
  draft.date = detail.date;
  draft.basisText = detail.basis_text;
  draft.documentId = detail.basis_document_id ?? '';
  draft.reason = detail.reason;
  draft.ground = detail.ground ?? '';
  draft.bodies = detail.code === 'establish' ? [] : [...new Set(touched)].map(chosen);
  if (detail.code === 'rename') draft.name = detail.summary;
  if (detail.code === 'absorb') {
    const [kept] = ids('kept');
    draft.receiver = kept ? chosen(kept) : null;
    draft.bodies = draft.bodies.filter((body) => body.id !== kept);
  }
  if (forms[detail.code].results !== 'none') addResults(draft, detail, draft.bodies);
  return draft;
}

export async function begun(wanted: Wanted, proposals: readonly Proposal[]): Promise<EventDraft> {
  const proposal = proposals.find((one) => one.id === wanted.proposal);
  if (proposal) return fromProposal(proposal);
  if (wanted.event) {
    return fromEvent(await take(api.GET('/events/{id}', { params: { path: { id: wanted.event } } })));
  }
  const draft = emptyEvent();
  if (wanted.body) {
    const found = await take(api.GET('/organisations/{id}', { params: { path: { id: wanted.body } } }));
    draft.bodies = [{ id: found.id, name: found.name }];
  }
  return draft;
}
