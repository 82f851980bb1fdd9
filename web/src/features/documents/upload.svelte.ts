// Files going up one after the other, each with its own line.
import { api, ApiError, type Problem, type Schemas, sendFile, take } from '@/api';

import type { Detail, Direction } from './types';

type Reading = Schemas['Reading'];

export type UploadState = 'waiting' | 'sending' | 'reading' | 'done' | 'refused' | 'stopped';
export interface Line {
  id: number;
  name: string;
  size: number;
  state: UploadState;
  share: number;
  problem: Problem | undefined;
  document: Detail | undefined;
  /** Pages of a scan that are recognised, of all; nothing while it is not known. */
  pages: { done: number; all: number } | undefined;
}

export const accepted = ['.doc', '.docx', '.odt', '.rtf', '.txt', '.pdf', '.png', '.jpg', '.jpeg', '.tif', '.tiff'];
const askAfter = 700;
const isAccepted = (name: string): boolean => accepted.some((ending) => name.toLowerCase().endsWith(ending));

const isReading = (answer: Detail | Reading): answer is Reading => 'pages_done' in answer;

function refusal(key: string, args: Record<string, string>): Problem {
  return {
    type: 'about:blank',
    title: key,
    status: 0,
    key: 'field.faults',
    request_id: '',
    errors: [{ field: '', key, args }],
  };
}

export class Uploads {
  lines: readonly Line[] = $state.raw([]);
  busy = $state(false);
  private files = new Map<number, File>();
  private stopCurrent: (() => void) | undefined;
  private last = 0;

  private set(id: number, patch: Partial<Line>): void {
    this.lines = this.lines.map((line) => (line.id === id ? { ...line, ...patch } : line));
  }

  add(files: Iterable<File>): void {
    for (const file of files) {
      const id = ++this.last;
      const fits = isAccepted(file.name);
      this.files.set(id, file);
      const problem = fits ? undefined : refusal('document.not_accepted', { name: file.name });
      const state = fits ? 'waiting' : 'refused';
      const line: Line = {
        id,
        name: file.name,
        size: file.size,
        state,
        share: 0,
        problem,
        document: undefined,
        pages: undefined,
      };
      this.lines = [...this.lines, line];
    }
  }

  /** Sends what waits; tells what was registered in this run. */
  async run(direction: Direction): Promise<Detail[]> {
    const made: Detail[] = [];
    this.busy = true;
    for (let line = this.waiting(); line; line = this.waiting()) {
      const document = await this.send(line, direction);
      if (document) made.push(document);
    }
    this.busy = false;
    return made;
  }

  private waiting(): Line | undefined {
    return this.lines.find((line) => line.state === 'waiting');
  }

  private async send(line: Line, direction: Direction): Promise<Detail | undefined> {
    const file = this.files.get(line.id);
    if (!file) return undefined;
    this.set(line.id, { state: 'sending', share: 0, problem: undefined, pages: undefined });
    const query = new URLSearchParams({ file_name: file.name, direction });
    const upload = sendFile<Detail | Reading>(`/documents/upload?${query.toString()}`, file, (share) => {
      this.set(line.id, { share, state: share < 1 ? 'sending' : 'reading' });
    });
    this.stopCurrent = upload.stop;
    try {
      const answer = await upload.done;
      const document = isReading(answer) ? await this.follow(line.id, answer) : answer;
      this.set(line.id, { state: 'done', share: 1, document });
      return document;
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault;
      const isStopped = [fault.problem.key, fault.problem.errors[0]?.key].includes('client.stopped');
      this.set(line.id, { state: isStopped ? 'stopped' : 'refused', problem: fault.problem });
      return undefined;
    } finally {
      this.stopCurrent = undefined;
    }
  }

  /** A scan is recognised page by page: asks until it is done, refused or stopped. */
  private async follow(id: number, begun: Reading): Promise<Detail> {
    const params = { path: { id: begun.id } };
    let reading = begun;
    let wanted = true;
    this.stopCurrent = () => {
      wanted = false;
    };
    while (reading.state === 'waiting' || reading.state === 'reading') {
      this.set(id, { pages: reading.pages > 0 ? { done: reading.pages_done, all: reading.pages } : undefined });
      await new Promise((resolve) => setTimeout(resolve, askAfter));
      reading = await take(
        wanted ? api.GET('/documents/readings/{id}', { params }) : api.DELETE('/documents/readings/{id}', { params }),
      );
    }
    if (reading.document) return reading.document;
    throw new ApiError(reading.problem ?? refusal('client.stopped', {}));
  }

  /** Stops the one that goes and the ones that wait. */
  stop(): void {
    this.lines = this.lines.map((line) => (line.state === 'waiting' ? { ...line, state: 'stopped' } : line));
    this.stopCurrent?.();
  }

  again(id: number): void {
    this.set(id, { state: 'waiting', problem: undefined, share: 0 });
  }
}
