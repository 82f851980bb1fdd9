// Bodies of the directory for the fields where one is chosen.
import { api, take } from '@/api';
import { notify, problemOf, sentence } from '@/shared/ui';

import type { Body, Candidates } from './types';

interface Option {
  id: string;
  label: string;
  detail?: string | undefined;
}
const shown = 20;
const groupLimit = 50;

export async function searchBodies(text: string): Promise<Option[]> {
  try {
    const query = { limit: shown, ...(text ? { search: text } : {}) };
    const found = await take(api.GET('/organisations', { params: { query } }));
    return found.items.map((one) => ({ id: one.id, label: one.name, detail: one.parent?.name }));
  } catch (fault) {
    notify(sentence(problemOf(fault)));
    return [];
  }
}

export const bodyOf = (option: Option): Body => ({ id: option.id, name: option.label, short_name: null });

/** Each wording is asked for once, however many tasks repeat it. */
export function candidateFinder(): (text: string) => Promise<Candidates> {
  const asked = new Map<string, Promise<Candidates>>();
  return (text) => {
    const known = asked.get(text);
    if (known) return known;
    const query = { text, limit: groupLimit };
    const answer = take(api.GET('/organisations/candidates', { params: { query } }));
    asked.set(text, answer);
    answer.catch(() => asked.delete(text));
    return answer;
  };
}

/** The name of a body whose id alone is known. */
export async function nameOfBody(id: string): Promise<string> {
  const found = await take(api.GET('/organisations/{id}', { params: { path: { id } } }));
  return found.name;
}
