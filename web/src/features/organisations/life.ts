// The life of a body day by day: what happened, and what was different from then on.
import type { Schemas } from '@/api';

export type Timeline = Schemas['OrganisationTimeline'];
type Relation = Schemas['OrganisationRelation'];

export type Step =
  | { what: 'event'; event: Timeline['events'][number] }
  | { what: 'name'; name: Schemas['OrganisationName'] }
  | { what: 'state'; state: Timeline['states'][number]; before: Timeline['states'][number] | undefined }
  | {
      what: 'relation';
      begins: boolean;
      kind: Relation['kind'];
      direction: Relation['direction'];
      others: Relation['organisation'][];
    }
  | { what: 'end' };
export interface Day {
  /** Whole: a month or a year begins on its first day. */
  key: string;
  /** As it is known, maybe a month or a year only. */
  date: string;
  steps: Step[];
}

/** 2015 and 2015-03 begin on 2015-01-01 and 2015-03-01. */
export function firstDay(date: string): string {
  return date + '-01-01'.slice(date.length - '2015'.length);
}

class Days {
  private readonly days = new Map<string, Day>();

  at(date: string): Step[] {
    const key = firstDay(date);
    const day = this.days.get(key) ?? { key, date, steps: [] };
    if (date.length < day.date.length) day.date = date;
    this.days.set(key, day);
    return day.steps;
  }

  inOrder(): Day[] {
    return [...this.days.values()].sort((a, b) => a.key.localeCompare(b.key));
  }
}

function addRelation(days: Days, date: string, begins: boolean, one: Relation): void {
  const steps = days.at(date);
  const same = steps.find(
    (step) =>
      step.what === 'relation' && step.begins === begins && step.kind === one.kind && step.direction === one.direction,
  );
  if (same?.what === 'relation') same.others.push(one.organisation);
  else steps.push({ what: 'relation', begins, kind: one.kind, direction: one.direction, others: [one.organisation] });
}

export function life(timeline: Timeline): Day[] {
  const days = new Days();
  const end = timeline.organisation.valid_to;
  // What was recorded first happened first on one day.
  for (const event of [...timeline.events].reverse()) days.at(event.date).push({ what: 'event', event });
  const states = [...timeline.states].sort((a, b) => firstDay(a.valid_from).localeCompare(firstDay(b.valid_from)));
  states.forEach((state, i) => days.at(state.valid_from).push({ what: 'state', state, before: states[i - 1] }));
  for (const name of timeline.names) days.at(name.valid_from).push({ what: 'name', name });
  for (const one of timeline.relations) {
    addRelation(days, one.valid_from, true, one);
    // With the body all that it hung on ends; nobody needs a line for each.
    if (one.valid_to && one.valid_to !== end) addRelation(days, one.valid_to, false, one);
  }
  // An event that ends it says so itself.
  if (end && !days.at(end).some((step) => step.what === 'event' && step.event.part === 'ended')) {
    days.at(end).push({ what: 'end' });
  }
  return days.inOrder();
}
