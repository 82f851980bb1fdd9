// How a document is called on the screen.
import { t } from '@/shared/i18n/i18n.svelte';

import type { Detail, Input } from './types';

interface Numbered {
  number?: string | null | undefined;
  symbol?: string | null | undefined;
}

/** "68-KL/TU" as the Party writes, "15/QĐ-UBND" and "126/2024/NĐ-CP" as the State does; a blank number stays visible. */
export function numberAndSymbol(document: Numbered): string {
  const { number, symbol } = document;
  if (!symbol) return number ?? '';
  const joint = /^\d{4}\//.test(symbol) || !symbol.includes('/') ? '/' : '-';
  return `${number || '…'}${joint}${symbol}`;
}

export function documentName(document: Numbered): string {
  return numberAndSymbol(document) || t('document.no_number');
}

/** '' is no value for the server. */
export function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}

/** What can be changed of a document, as the server takes it. */
export function inputOf(document: Detail): Input {
  return {
    direction: document.direction,
    document_type: document.document_type,
    number: document.number,
    symbol: document.symbol,
    parent_body_as_printed: document.parent_body_as_printed,
    issuing_body_as_printed: document.issuing_body_as_printed,
    issuer_id: document.issuer?.id ?? null,
    place: document.place,
    issue_date: document.issue_date,
    received_date: document.received_date,
    subject: document.subject,
    signing_authority: document.signing_authority,
    signer_post: document.signer_post,
    signer_name: document.signer_name,
    urgency: document.urgency,
  };
}
