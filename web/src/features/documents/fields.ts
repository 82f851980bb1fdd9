// The words of a field by its name or by the server's pointer to it.
import { type MessageKey, t } from '@/shared/i18n/i18n.svelte';

const inputNames: Record<string, MessageKey> = {
  direction: 'document.direction',
  document_type: 'document.type',
  number: 'document.number',
  symbol: 'document.symbol',
  parent_body_as_printed: 'document.parent_body',
  issuing_body_as_printed: 'document.issuing_body',
  issuer_id: 'document.issuer',
  place: 'document.place',
  issue_date: 'document.issue_date',
  received_date: 'document.received_date',
  subject: 'document.subject',
  signing_authority: 'document.signing_authority',
  signer_post: 'document.signer_post',
  signer_name: 'document.signer_name',
  urgency: 'document.urgency',
};
const taskNames: Record<string, MessageKey> = {
  include: 'review.include',
  section: 'review.section',
  text: 'review.text',
  start: 'review.place',
  end: 'review.place',
  lead_as_written: 'review.lead_as_written',
  leads: 'review.leads',
  cooperating_as_written: 'review.cooperating_as_written',
  cooperating: 'review.cooperating',
  monitor: 'review.monitor',
  deadline_as_written: 'review.deadline_as_written',
  deadline_kind: 'review.deadline_kind',
  due_date: 'review.due_date',
  no_due_reason: 'review.no_due_reason',
  recurrence: 'review.recurrence',
  report_to_as_written: 'review.report_to',
  urgency: 'document.urgency',
};

const word = (names: Record<string, MessageKey>, field: string): string => {
  const key = names[field];
  return key ? t(key) : field;
};
export const inputName = (field: string): string => word(inputNames, field);
export const taskFieldName = (field: string): string => word(taskNames, field);

/** "/metadata/subject", "/subject", "/tasks/3/due_date" in words. */
export function nameOfPointer(pointer: string): string | undefined {
  const [, part = '', index = '', field = ''] = pointer.split('/');
  if (part === 'metadata') return inputName(index);
  const number = Number(index) + 1;
  if (part === 'tasks') return t('review.task_field', { number, field: taskFieldName(field) });
  if (part === 'citations') return t('review.citation_number', { number });
  if (part === 'recipients') return t('review.recipient_number', { number });
  return part in inputNames ? inputName(part) : undefined;
}
