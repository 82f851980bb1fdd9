// How a document is called in one line.
import type { Schemas } from '@/api';
import { formatDate } from '@/shared/dates';
import { t } from '@/shared/i18n/i18n.svelte';

interface Named {
  document_type: Schemas['DocumentType'];
  number: string | null;
  symbol: string | null;
  issue_date: string | null;
}

/** "68-KL/TU" for Party papers, "68/KH-UBND" for those of the State; '' when it bears no number. */
export function numberAndSymbol(document: Pick<Named, 'number' | 'symbol'>): string {
  if (!document.number) return document.symbol ?? '';
  if (!document.symbol) return document.number;
  const isParty = document.symbol.includes('/') && !document.symbol.includes('-');
  return `${document.number}${isParty ? '-' : '/'}${document.symbol}`;
}

/** "Kết luận số 68-KL/TU ngày 24/09/2026"; a blank number is said so. */
export function documentName(document: Named): string {
  const kind = t(`document_type.${document.document_type}`);
  const number = numberAndSymbol(document);
  const named = number ? t('document.named', { kind, number }) : t('document.named_without_number', { kind });
  if (!document.issue_date) return named;
  const date = formatDate(document.issue_date);
  return t(document.issue_date.length === 10 ? 'document.of_day' : 'document.of_month', { named, date });
}
