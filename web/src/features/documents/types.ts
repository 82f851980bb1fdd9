// The contract's names, short, and the lists of words that forms choose from.
import type { Schemas } from '@/api';
import { t } from '@/shared/i18n/i18n.svelte';

export type Summary = Schemas['DocumentSummary'];
export type Detail = Schemas['DocumentDetail'];
export type Input = Schemas['DocumentInput'];
export type Relation = Schemas['DocumentRelation'];
export type Status = Schemas['DocumentStatus'];
export type Direction = Schemas['Direction'];
export type DocumentType = Schemas['DocumentType'];
export type Urgency = Schemas['Urgency'];
type ReviewAnswer = Schemas['Review'];
/** The client's own types know a place as a list of numbers only. */
export type Review = Omit<ReviewAnswer, 'draft'> & {
  draft: Omit<ReviewAnswer['draft'], 'places'> & { places: Record<string, readonly number[]> };
};
export type ProposedEvent = Schemas['ProposedEvent'];
export type ProposedUnit = Schemas['ProposedUnit'];
export type Content = Schemas['ReviewContent'];
export type Task = Schemas['ReviewTask'];
export type Citation = Content['citations'][number];
export type Recipient = Content['recipients'][number];
export type Body = Schemas['OrganisationRef'];
export type Candidates = Schemas['Candidates'];
export type DeadlineKind = Schemas['DeadlineKind'];
export type Recurrence = Schemas['Recurrence'];
export type Change = Schemas['HistoryPage']['items'][number];

export interface Choice<Value extends string> {
  value: Value;
  label: string;
}

export const statuses: readonly Status[] = ['registered', 'in_review', 'assigned'];
export const directions: readonly Direction[] = ['incoming', 'outgoing', 'draft'];
export const urgencies: readonly Urgency[] = ['normal', 'urgent', 'very_urgent', 'express'];
export const recurrences: readonly Recurrence[] = ['monthly', 'quarterly', 'half_yearly', 'yearly', 'regular'];
export const documentTypes = [
  'conclusion',
  'directive',
  'resolution',
  'plan',
  'programme',
  'notice',
  'decision',
  'official_letter',
  'guidance',
  'report',
  'regulation',
  'working_rules',
  'scheme',
  'submission',
  'minutes',
  'circular_letter',
  'law',
  'decree',
  'circular',
  'proposal',
  'other',
] as const satisfies readonly DocumentType[];
export const deadlineKinds: readonly DeadlineKind[] = [
  'fixed_date',
  'from_issue_date',
  'standing',
  'awaiting_decision',
  'none_given',
];
const relationKinds = [
  'cites',
  'based_on',
  'reviews',
  'continues',
  'implements',
  'guides',
  'replaces',
  'amends',
  'repeals',
  'corrects',
  'replies_to',
  'forwards',
  'annex_of',
] as const;
const purposes = ['report', 'coordinate', 'direct', 'inform', 'archive'] as const;

export const statusChoices = (): Choice<Status>[] =>
  statuses.map((value) => ({ value, label: t(`document.status_${value}`) }));
export const directionChoices = (): Choice<Direction>[] =>
  directions.map((value) => ({ value, label: t(`document.direction_${value}`) }));
export const typeChoices = (): Choice<DocumentType>[] =>
  documentTypes.map((value) => ({ value, label: t(`document.type_${value}`) }));
export const urgencyChoices = (): Choice<Urgency>[] =>
  urgencies.map((value) => ({ value, label: t(`document.urgency_${value}`) }));
export const recurrenceChoices = (): Choice<Recurrence>[] =>
  recurrences.map((value) => ({ value, label: t(`review.recurrence_${value}`) }));
export const deadlineChoices = (): Choice<DeadlineKind>[] =>
  deadlineKinds.map((value) => ({ value, label: t(`review.deadline_${value}`) }));
export const relationChoices = (): Choice<(typeof relationKinds)[number]>[] =>
  relationKinds.map((value) => ({ value, label: t(`document.relation_${value}`) }));

/** The word for a code that comes from the server; the code itself when this client does not know it. */
function wordOf<Value extends string>(choices: readonly Choice<Value>[], value: string): string {
  return choices.find((choice) => choice.value === value)?.label ?? value;
}
export const typeLabel = (value: string): string => wordOf(typeChoices(), value);
export const relationLabel = (value: string): string => wordOf(relationChoices(), value);
export const purposeChoices = (): Choice<(typeof purposes)[number]>[] =>
  purposes.map((value) => ({ value, label: t(`document.purpose_${value}`) }));
export function purposeLabel(value: string | null): string {
  const known = purposes.find((purpose) => purpose === value);
  return known ? t(`document.purpose_${known}`) : (value ?? '');
}
