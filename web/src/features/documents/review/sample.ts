// A review as the server sends it, for the tests.
import type { Content, Review, Task } from '../types';

export function sampleTask(key: string): Task {
  return {
    key,
    origin: 'reader',
    include: true,
    section: 'I.1',
    text: 'Báo cáo kết quả',
    start: null,
    end: null,
    lead_as_written: [],
    leads: [{ id: 'a', name: 'Văn phòng', short_name: null }],
    cooperating_as_written: [],
    cooperating: [],
    monitor: null,
    deadline_as_written: null,
    deadline_kind: 'standing',
    due_date: null,
    no_due_reason: null,
    recurrence: null,
    report_to_as_written: null,
    urgency: 'normal',
  };
}

export function sampleContent(tasks: Task[]): Content {
  const metadata = { direction: 'incoming', document_type: 'conclusion', subject: 'về hội quần chúng' } as const;
  return { metadata, citations: [], recipients: [], tasks };
}

export function sampleReview(tasks: Task[], places: Record<string, readonly number[]> = {}): Review {
  return {
    document_id: 'd',
    text: 'Văn bản',
    page_starts: [],
    draft: { content: sampleContent(tasks), places, findings: [], dissemination: [], events: [] },
    content: sampleContent(tasks),
    obligations: [],
    version: 1,
    finished_at: null,
    may_edit: true,
  };
}
