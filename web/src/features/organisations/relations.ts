// The relations of one body as a reader takes them in: what stands above it first, then what stands below.
import type { Schemas } from '@/api';

import { holdsOn } from './view';

export type Relation = Schemas['OrganisationRelation'];
export type RelationKind = Schemas['RelationKind'];

export const relationKinds: readonly RelationKind[] = ['part_of', 'led_by', 'guided_by', 'located_in', 'member_of'];
/** Of these a body has one at a time: a new one ends the one before. */
const single: readonly RelationKind[] = ['part_of', 'led_by', 'located_in'];

export interface RelationGroup {
  kind: RelationKind;
  direction: Relation['direction'];
  items: Relation[];
}

const byName = new Intl.Collator('vi');

/** What holds on the day first, then what is over or still to come. */
export function groupRelations(relations: readonly Relation[], day: string): RelationGroup[] {
  const rank = (one: Relation): number => (holdsOn(day, one.valid_from, one.valid_to) ? 0 : 1);
  return (['up', 'down'] as const).flatMap((direction) =>
    relationKinds.flatMap((kind) => {
      const items = relations
        .filter((one) => one.kind === kind && one.direction === direction)
        .sort((a, b) => rank(a) - rank(b) || byName.compare(a.organisation.name, b.organisation.name));
      return items.length > 0 ? [{ kind, direction, items }] : [];
    }),
  );
}

/** The relation that a new one of this kind would end on that day. */
export function endedBy(relations: readonly Relation[], kind: RelationKind, from: string): Relation | undefined {
  if (!single.includes(kind)) return undefined;
  return relations.find(
    (one) => one.kind === kind && one.direction === 'up' && holdsOn(from, one.valid_from, one.valid_to),
  );
}
