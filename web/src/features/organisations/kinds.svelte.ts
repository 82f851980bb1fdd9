// The kinds of organisation, a table of the server that seldom changes; loaded once.
import { api, take, type Schemas } from '@/api';
import { language } from '@/shared/i18n/i18n.svelte';

type Kind = Schemas['OrganisationKind'];
let kinds = $state.raw<Kind[]>([]);
let loading: Promise<void> | undefined;

export function loadKinds(): Promise<void> {
  loading ??= take(api.GET('/organisation-kinds'))
    .then((answer) => {
      kinds = answer.items;
    })
    .catch((fault: unknown) => {
      loading = undefined;
      throw fault;
    });
  return loading;
}

export function allKinds(): readonly Kind[] {
  return kinds;
}

export function kindName(code: string): string {
  const kind = kinds.find((one) => one.code === code);
  return kind ? (language() === 'en' ? kind.name_en : kind.name_vi) : code;
}
