// From the draft to what the server takes, and from the server's faults back to the steps of the form.
import type { Problem, Schemas } from '@/api';

import { bodiesOf, type DraftResult, edgeOf, type EventDraft, resultsOf, shareOf } from './draft';

type Input = Schemas['NewOrganisationEvent'];

const orNull = (text: string): string | null => text.trim() || null;

function resultInput(result: DraftResult, mayGoOn: boolean): NonNullable<Input['results']>[number] {
  if (mayGoOn && result.goesOn) return { id: result.body?.id ?? null };
  return {
    name: result.name,
    short_name: orNull(result.shortName),
    kind: orNull(result.kind),
    level: orNull(result.level),
    code: orNull(result.code),
    part_of_id: result.partOf?.id ?? null,
    led_by_id: result.ledBy?.id ?? null,
    located_in_id: result.locatedIn?.id ?? null,
  };
}

export function edgesOf(draft: EventDraft): NonNullable<Input['edges']> {
  return bodiesOf(draft).flatMap((body) =>
    resultsOf(draft).flatMap((result, place) =>
      draft.edges.includes(edgeOf(body.id, result.key))
        ? [{ from_id: body.id, result: place, share: shareOf(draft, body.id) }]
        : [],
    ),
  );
}

function movesOf(draft: EventDraft): NonNullable<Input['moves']> {
  const places = resultsOf(draft).map((one) => one.key);
  return draft.moves.flatMap((move) => {
    const place = places.indexOf(move.result);
    return place < 0 ? [] : [{ organisation_id: move.body.id, result: place }];
  });
}

/** Only what the kind of event takes; what was typed for another kind stays in the draft. */
export function requestOf(draft: EventDraft): Input {
  if (draft.code === '') throw new Error('no kind of event');
  const { code } = draft;
  const isReorganised = code === 'reorganise';
  const out: Input = {
    code,
    date: draft.date,
    basis_document_id: draft.documentId || null,
    basis_text: orNull(draft.basisText),
    reason: orNull(draft.reason),
    proposal_id: draft.proposalId || null,
    organisation_ids: bodiesOf(draft).map((one) => one.id),
    results: resultsOf(draft).map((one) => resultInput(one, isReorganised)),
    moves: movesOf(draft),
  };
  if (isReorganised) out.edges = edgesOf(draft);
  if (code === 'absorb') out.results = [{ id: draft.receiver?.id ?? null }];
  if (code === 'dissolve') out.ground = draft.ground || null;
  if (code === 'rename') Object.assign(out, { name: draft.name, short_name: orNull(draft.shortName) });
  if (code === 'change_kind') Object.assign(out, { kind: orNull(draft.kind), level: orNull(draft.level) });
  if (code === 'transfer') Object.assign(out, { relation: draft.relation || null, to_id: draft.to?.id ?? null });
  return out;
}

const firstStep = ['/code', '/date', '/valid_from', '/basis_text', '/basis_document_id', '/reason', '/ground'];

/** The step where the first fault is mended: 1 the kind and the paper, 2 the bodies. */
export function stepOf(problem: Problem): 1 | 2 | undefined {
  const fields = problem.errors.map((error) => error.field);
  if (fields.length === 0) return undefined;
  return fields.some((field) => firstStep.includes(field)) ? 1 : 2;
}
