// The words of a field of the form by the server's pointer.
import { t, type MessageKey } from '@/shared/i18n/i18n.svelte';

import { bodiesOf, type EventDraft, resultsOf } from './draft';
import { edgesOf } from './request';

const words: Record<string, MessageKey> = {
  '/code': 'event.code',
  '/date': 'event.date',
  '/valid_from': 'event.date',
  '/basis_text': 'event.basis',
  '/basis_document_id': 'event.basis',
  '/reason': 'event.reason',
  '/ground': 'event.ground',
  '/organisation_ids': 'event.bodies',
  '/results': 'event.results',
  '/edges': 'event.edges',
  '/moves': 'event.moves',
  '/name': 'organisation.new_name',
  '/short_name': 'organisation.short_name',
  '/kind': 'organisation.kind',
  '/level': 'organisation.level',
  '/relation': 'organisation.relation_kind',
  '/to_id': 'event.to',
};
const ofResult: Record<string, MessageKey> = {
  id: 'event.going_on_body',
  name: 'organisation.name',
  short_name: 'organisation.short_name',
  kind: 'organisation.kind',
  level: 'organisation.level',
  code: 'organisation.code',
  part_of_id: 'relation.part_of',
  led_by_id: 'relation.led_by',
  located_in_id: 'relation.located_in',
};

export function fieldName(draft: EventDraft, pointer: string): string | undefined {
  const [, list = '', place = '', inner = ''] = pointer.split('/');
  const i = Number(place);
  if (place === '') {
    const key = words[pointer];
    return key && t(key);
  }
  if (list === 'organisation_ids') return bodiesOf(draft)[i]?.name;
  if (list === 'edges') {
    const from = edgesOf(draft)[i]?.from_id;
    return bodiesOf(draft).find((one) => one.id === from)?.name;
  }
  if (list === 'moves') return draft.moves[i]?.body.name;
  if (list !== 'results') return undefined;
  if (draft.code === 'absorb') return t('event.receiver');
  const result = resultsOf(draft)[i];
  const name = result?.name || result?.body?.name || t('event.result_number', { number: i + 1 });
  const key = ofResult[inner];
  return key ? `${name}, ${t(key)}` : name;
}
