// The review on the desk: what was loaded, what the person made of it, what is selected and what is wrong.
import { untrack } from 'svelte';

import { api, ApiError, ifMatch, type Problem, take } from '@/api';
import { faultOf, problemOf } from '@/shared/ui';

import { candidateFinder } from '../bodies';
import type { Candidates, Content, Input, Review, Task } from '../types';
import { dropDraft, readDraft, storeDraft, type StoredDraft } from './drafts';
import { type Need, needsOf, orderOf, type Place, placeOf } from './order';
import { withNewTask } from './tasks';
import { openObligations, type Part, partsOf, type Span } from './text';

const storeAfter = 400;
const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Part by part, so that a keystroke costs what it touched. */
function sameContent(a: Content, b: Content): boolean {
  if (!same(a.metadata, b.metadata) || !same(a.recipients, b.recipients) || !same(a.citations, b.citations))
    return false;
  return a.tasks.length === b.tasks.length && a.tasks.every((task, i) => same(task, b.tasks[i]));
}

export class Desk {
  review: Review = $state.raw() as Review;
  content: Content = $state.raw() as Content;
  /** What the person began with: the other side of every "changed". */
  base: Content = $state.raw() as Content;
  version = $state(0);
  checked: ReadonlySet<string> = $state.raw(new Set<string>());
  order: 'decision' | 'document' = $state('decision');
  keys: readonly string[] = $state.raw([]);
  selected: string | undefined = $state();
  lit: Span | undefined = $state.raw();
  picked: Span | undefined = $state.raw();
  pane: 'text' | 'draft' = $state('draft');
  busy = $state(false);
  problem: Problem | undefined = $state.raw();
  conflict: Review | undefined = $state.raw();
  noRoom = $state(false);
  /** The tasks' keys in the order in which they were sent when the problem came. */
  private faultyKeys: readonly string[] = $state.raw([]);
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly points: readonly string[];
  readonly candidates: (text: string) => Promise<Candidates> = candidateFinder();
  readonly mayEdit = $derived.by(() => this.review.may_edit && this.review.finished_at === null);
  /** What the document says beyond tasks. */
  readonly found = $derived.by(() => {
    const { findings, dissemination, events } = this.review.draft;
    return findings.length + dissemination.length + events.length;
  });
  readonly dirty = $derived.by(() => !sameContent(this.content, this.base));
  readonly tasks = $derived.by(() => this.content.tasks);
  private readonly byKey = $derived.by(() => new Map(this.tasks.map((task) => [task.key, task])));
  /** Changes only when a task moves, comes or goes: the text is cut anew then, not at every letter typed. */
  private readonly spans = $derived.by(() =>
    this.tasks.map((task) => [task.key, task.include, task.start, task.end].join(' ')).join(','),
  );
  readonly open: readonly Span[] = $derived.by(() => {
    void this.spans;
    const { obligations } = this.review;
    return untrack(() => openObligations(this.points, obligations, this.tasks));
  });
  readonly parts: readonly Part[] = $derived.by(() => {
    void this.spans;
    const { open, picked, lit } = this;
    return untrack(() => partsOf(this.points, this.tasks, open, picked ?? lit));
  });
  readonly firstFaulty = $derived.by(() => this.tasks.find((task) => this.hasFault(task.key))?.key);
  readonly undecided = $derived.by(() => this.tasks.filter((task) => this.needs(task).length > 0).length);

  constructor(
    review: Review,
    private readonly user: string,
  ) {
    this.points = Array.from(review.text);
    this.take(review);
    if (!this.mayEdit) this.order = 'document';
    this.reorder();
    this.selected = this.keys[0];
  }

  /** The server's version becomes what lies on the desk. */
  private take(review: Review): void {
    this.review = review;
    this.base = review.content;
    this.content = review.content;
    this.version = review.version;
  }

  reorder(): void {
    this.keys = orderOf(this.review, this.tasks, this.checked, this.order);
  }

  task(key: string): Task | undefined {
    return this.byKey.get(key);
  }

  readTask(key: string): Task | undefined {
    return this.review.draft.content.tasks.find((task) => task.key === key);
  }

  place(pointer: string): Place | undefined {
    return placeOf(this.review, pointer);
  }

  needs(task: Task): Need[] {
    if (!this.mayEdit) return [];
    const needs = needsOf(this.review, task, this.checked);
    return this.hasFault(task.key) ? ['fault', ...needs] : needs;
  }

  change(patch: Partial<Content>): void {
    if (!this.mayEdit) return;
    this.content = { ...this.content, ...patch };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.keep();
    }, storeAfter);
  }

  changeMetadata(patch: Partial<Input>): void {
    this.change({ metadata: { ...this.content.metadata, ...patch } });
  }

  changeTask(key: string, patch: Partial<Task>): void {
    this.change({ tasks: this.content.tasks.map((task) => (task.key === key ? { ...task, ...patch } : task)) });
  }

  addTask(span: Span): void {
    const added = withNewTask(this.content.tasks, this.points, span);
    this.change({ tasks: added.tasks });
    this.picked = undefined;
    this.reorder();
    this.select(added.key);
    this.pane = 'draft';
  }

  removeTask(key: string): void {
    this.change({ tasks: this.content.tasks.filter((task) => task.key !== key) });
    const index = this.keys.indexOf(key);
    this.keys = this.keys.filter((other) => other !== key);
    this.selected = this.keys[Math.min(index, this.keys.length - 1)];
  }

  check(key: string): void {
    this.checked = new Set([...this.checked, key]);
    this.keep();
    const at = this.keys.indexOf(key);
    const rest = [...this.keys.slice(at + 1), ...this.keys.slice(0, at)];
    const next = rest.find((other) => {
      const task = this.task(other);
      return task !== undefined && this.needs(task).length > 0;
    });
    if (next) this.select(next);
  }

  /** Lights the task's sentence up. */
  select(key: string | undefined): void {
    this.selected = key;
    const task = key === undefined ? undefined : this.task(key);
    if (task && task.start !== null && task.end !== null) this.lit = { start: task.start, end: task.end };
  }

  step(by: 1 | -1): void {
    const at = this.selected === undefined ? -1 : this.keys.indexOf(this.selected);
    this.select(this.keys[Math.min(Math.max(at + by, 0), this.keys.length - 1)]);
  }

  show(span: Span): void {
    this.picked = undefined;
    this.lit = span;
    this.pane = 'text';
  }

  private hasFault(key: string): boolean {
    const prefix = `/tasks/${this.faultyKeys.indexOf(key)}/`;
    return this.problem?.errors.some((error) => error.field.startsWith(prefix)) ?? false;
  }

  faultOfTask(key: string, field: string): string | undefined {
    return faultOf(this.problem, `/tasks/${this.faultyKeys.indexOf(key)}/${field}`);
  }

  private fail(fault: unknown): void {
    const current = fault instanceof ApiError ? fault.current<Review>() : undefined;
    if (current) {
      this.conflict = current;
      return;
    }
    this.problem = problemOf(fault);
    this.faultyKeys = this.content.tasks.map((task) => task.key);
  }

  async save(): Promise<boolean> {
    if (!this.mayEdit || this.busy) return false;
    if (!this.dirty) return true;
    const sent = this.content;
    this.busy = true;
    this.problem = undefined;
    try {
      const params = { path: { id: this.review.document_id }, header: ifMatch(this.version) };
      const saved = await take(api.PUT('/documents/{id}/review', { params, body: sent }));
      const typedMeanwhile = this.content === sent ? undefined : this.content;
      this.take(saved);
      if (typedMeanwhile) this.content = typedMeanwhile;
      this.keep();
      return true;
    } catch (fault) {
      this.keep();
      this.fail(fault);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** Makes the tasks; how many, or nothing when it was refused. */
  async assign(): Promise<number | undefined> {
    this.busy = true;
    this.problem = undefined;
    try {
      const params = { path: { id: this.review.document_id }, header: ifMatch(this.version) };
      const made = await take(api.POST('/documents/{id}/tasks', { params }));
      this.forget();
      return made.created;
    } catch (fault) {
      this.fail(fault);
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  /** After a conflict: `content` on top of their version, to be saved by the person. */
  resolve(theirs: Review, content: Content): void {
    this.conflict = undefined;
    this.take(theirs);
    this.content = content;
    if (this.dirty) this.keep();
    else this.forget();
    this.reorder();
    if (this.selected === undefined || !this.keys.includes(this.selected)) this.selected = this.keys[0];
  }

  /** Writes what is not saved yet into the browser. */
  keep(): void {
    clearTimeout(this.timer);
    if (!this.mayEdit) return;
    if (!this.dirty && this.checked.size === 0) {
      this.forget();
      return;
    }
    this.noRoom = !storeDraft(localStorage, this.user, this.review.document_id, {
      version: this.version,
      stored_at: new Date().toISOString(),
      base: this.base,
      content: this.content,
      checked: [...this.checked],
    });
  }

  forget(): void {
    clearTimeout(this.timer);
    dropDraft(localStorage, this.user, this.review.document_id);
  }

  /** What an earlier sitting left unsaved. */
  kept(): StoredDraft | undefined {
    if (this.review.finished_at !== null) this.forget();
    if (!this.mayEdit) return undefined;
    const draft = readDraft(localStorage, this.user, this.review.document_id);
    if (draft) this.checked = new Set(draft.checked);
    return draft && !sameContent(draft.content, this.content) && !sameContent(draft.content, draft.base)
      ? draft
      : undefined;
  }

  /** Goes on with it from the version it began with, so that a save tells when somebody else saved since. */
  takeBack(draft: StoredDraft): void {
    this.base = draft.base;
    this.content = draft.content;
    this.version = draft.version;
    this.reorder();
  }
}
