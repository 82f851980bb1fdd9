// The lines of a report over a whole line of bodies, as the table shows them.
import type { Schemas } from '@/api';
import { t } from '@/shared/i18n/i18n.svelte';
import { fold } from '@/shared/text';

type Report = Schemas['SystemReport'];
type Key = Report['keys'][number];

export interface Line {
  id: string;
  name: string;
  figures: number[];
  organisation?: string;
  /** The body whose level below opens. */
  parent?: string;
  /** The tasks that a figure counts. */
  list?: (report: Report, place: number) => string | undefined;
}

const statuses: Partial<Record<Key, string>> = {
  done_on_time: 'done_on_time',
  done_late: 'done_late',
  done_unassessed: 'done_unassessed',
  overdue: 'overdue',
  open: 'awaiting_acceptance,standing,awaiting_decision,unassigned,no_due_date,due_soon,in_progress',
};

export function labelOf(content: Report['content'], key: Key): string {
  return key === 'total' ? t(`system.total_${content}`) : t(`system.${key}`);
}

export function href(query: Record<string, string | undefined>): string {
  const kept = Object.entries(query).filter((one): one is [string, string] => one[1] !== undefined);
  return `/bao-cao?${new URLSearchParams(kept).toString()}`;
}

/** Own figures of a day open the list of tasks; restated ones are of several bodies. */
function tasksOf(filter: Record<string, string>): NonNullable<Line['list']> {
  return (report, place) => {
    if (report.content !== 'tasks' || report.is_restated) return undefined;
    const key = report.keys[place];
    const status = key === undefined ? undefined : statuses[key];
    const query = { ...filter, as_of: report.as_of, ...(status ? { status } : {}) };
    return `/nhiem-vu?${new URLSearchParams(query).toString()}`;
  };
}

/** Every body of the level, then what stands apart. */
export function rowsOf(report: Report): Line[] {
  const out: Line[] = report.lines.map((line) => ({
    id: line.organisation.id,
    name: line.organisation.name,
    figures: line.total,
    organisation: line.organisation.id,
    ...(line.child_count > 0 ? { parent: line.organisation.id } : { list: tasksOf({ lead_id: line.organisation.id }) }),
  }));
  const parent = report.path.at(-1);
  if (parent) {
    out.push({
      id: 'own',
      name: t('system.own', { name: parent.name }),
      figures: report.own,
      organisation: parent.id,
      list: tasksOf({ lead_id: parent.id }),
    });
  }
  const apart = { outside: report.outside, unled: report.unled, undecided: report.undecided } as const;
  for (const key of ['outside', 'unled', 'undecided'] as const) {
    const figures = apart[key];
    if (!figures || figures.every((one) => one === 0)) continue;
    out.push({
      id: key,
      name: t(`system.${key}`),
      figures,
      ...(key === 'unled' ? { list: tasksOf({ mark: 'unled' }) } : {}),
    });
  }
  return out;
}

/** Found without diacritics; sorted by a column, "-" before it downwards. */
export function arrange(rows: Line[], search: string, sort: string, keys: readonly string[] = []): Line[] {
  const wanted = fold(search);
  const found = rows.filter((row) => fold(row.name).includes(wanted));
  const by = sort.replace(/^-/, '');
  const place = keys.indexOf(by);
  if (by !== 'name' && place < 0) return found;
  const sorted = [...found].sort((a, b) =>
    by === 'name' ? a.name.localeCompare(b.name, 'vi') : (a.figures[place] ?? 0) - (b.figures[place] ?? 0),
  );
  return sort.startsWith('-') ? sorted.reverse() : sorted;
}
