// The register's filters in the address, and its rows as a file.
import type { paths } from '@/api/schema';
import { formatDate } from '@/shared/dates';
import { t } from '@/shared/i18n/i18n.svelte';

import { numberAndSymbol } from './labels';
import { directions, documentTypes, statuses, type Summary, typeLabel } from './types';

type Query = NonNullable<paths['/documents']['get']['parameters']['query']>;
export const pageSize = 50;
export const defaultSort = '-created_at';

const sorts = ['issue_date', 'created_at', 'subject', 'number'].flatMap((name) => [name, `-${name}`]);

function known<Value extends string>(values: readonly Value[], value: string | null): Value | undefined {
  return values.find((one) => one === value);
}
const day = (value: string | null): string | undefined =>
  /^\d{4}-\d{2}-\d{2}$/.test(value ?? '') ? (value ?? undefined) : undefined;

/** What the address asks for; what it does not know is left out. */
export function queryOf(address: URLSearchParams): Query & { limit: number; offset: number } {
  const offset = Number(address.get('offset') ?? 0);
  return {
    search: address.get('search') ?? undefined,
    status: known(statuses, address.get('status')),
    direction: known(directions, address.get('direction')),
    document_type: known(documentTypes, address.get('document_type')),
    issued_from: day(address.get('issued_from')),
    issued_to: day(address.get('issued_to')),
    sort: known(sorts, address.get('sort')) as Query['sort'],
    limit: pageSize,
    offset: Number.isInteger(offset) && offset > 0 ? offset : 0,
  };
}

export const filterNames = ['search', 'status', 'direction', 'document_type', 'issued_from', 'issued_to'] as const;

export function csvHead(): string[] {
  return [
    t('document.order'),
    t('document.number_symbol'),
    t('document.issue_date'),
    t('document.type'),
    t('document.issuing_body'),
    t('document.subject'),
    t('document.direction'),
    t('document.received_date'),
    t('document.urgency'),
    t('document.status'),
    t('document.task_count'),
  ];
}

export function csvRow(row: Summary, order: number): string[] {
  return [
    String(order),
    numberAndSymbol(row),
    formatDate(row.issue_date),
    typeLabel(row.document_type),
    row.issuing_body_as_printed ?? '',
    row.subject,
    t(`document.direction_${row.direction}`),
    formatDate(row.received_date),
    t(`document.urgency_${row.urgency}`),
    t(`document.status_${row.status}`),
    String(row.task_count),
  ];
}
