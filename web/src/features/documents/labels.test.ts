import { describe, expect, test } from 'vitest';

import { documentName, numberAndSymbol } from './labels';
import { linesOf } from './history';
import { csvRow, queryOf } from './list';
import { sampleTask } from './review/sample';
import { inWords, nameOfDifference } from './review/values';

test.each([
  ['68', 'KL/TU', '68-KL/TU'],
  [null, 'KL/TU', '…-KL/TU'],
  ['126', '2024/NĐ-CP', '126/2024/NĐ-CP'],
  ['15', 'QĐ-UBND', '15/QĐ-UBND'],
  ['15', null, '15'],
  [null, null, ''],
])('number %s, symbol %s', (number, symbol, expected) => {
  expect(numberAndSymbol({ number, symbol })).toBe(expected);
});

test('a document without a number has a name', () => {
  expect(documentName({})).toBe('Chưa có số, ký hiệu');
});

describe('the register', () => {
  test('only what the list knows comes from the address', () => {
    const address = new URLSearchParams(
      'status=in_review&direction=x&issued_from=2026-13&issued_to=2026-03-01&sort=-number&offset=-5',
    );
    expect(queryOf(address)).toMatchObject({
      status: 'in_review',
      issued_to: '2026-03-01',
      sort: '-number',
      offset: 0,
    });
    expect(queryOf(address).direction).toBeUndefined();
    expect(queryOf(address).issued_from).toBeUndefined();
  });

  test('a row of the file', () => {
    const row = csvRow(
      {
        id: 'd',
        organisation: { id: 'o', name: 'Thành ủy', short_name: null },
        direction: 'incoming',
        document_type: 'conclusion',
        number: null,
        symbol: 'KL/TU',
        issuing_body_as_printed: null,
        issue_date: '2022-07',
        received_date: null,
        subject: 'về hội',
        urgency: 'normal',
        status: 'in_review',
        task_count: 0,
        created_at: '2026-03-16T02:00:00.000000Z',
        version: 1,
      },
      1,
    );
    expect(row).toEqual([
      '1',
      '…-KL/TU',
      '07/2022',
      'Kết luận',
      '',
      'về hội',
      'Văn bản đến',
      '',
      'Thường',
      'Đang rà soát',
      '0',
    ]);
  });
});

describe('values in words', () => {
  test('codes, dates, lists, nothing', () => {
    expect(inWords('deadline_kind', 'standing')).toBe('Thường xuyên');
    expect(inWords('due_date', '2026-09-05')).toBe('05/09/2026');
    expect(inWords('leads', [{ id: 'a', name: 'Văn phòng', short_name: null }])).toBe('Văn phòng');
    expect(inWords('recipients', [{ text: 'Lưu', purpose: null }])).toBe('Lưu');
    expect(inWords('include', false)).toBe('Không');
    expect(inWords('number', null)).toBe('–');
  });

  test('what a difference is about', () => {
    const one = {
      id: '',
      part: 'task_field' as const,
      field: 'due_date',
      key: 'r1',
      mine: null,
      theirs: null,
      by: 'me' as const,
    };
    expect(nameOfDifference(one, [sampleTask('r1')])).toBe('Nhiệm vụ 1, Hạn xử lý');
  });

  test('a change of the history', () => {
    const change = {
      id: '1',
      at: '',
      user_name: '',
      organisation: null,
      action: 'documents.review_saved',
      entity: 'document',
      entity_id: 'd',
      before: { number: '99', tasks: 9 },
      after: { number: '102', tasks: 9, changed_tasks: ['r1'], file_sha256: 'x' },
      reason: '',
    };
    expect(linesOf(change)).toEqual([
      { name: 'Số văn bản', before: '99', after: '102' },
      { name: 'Số nhiệm vụ được sửa', before: '', after: '1' },
    ]);
  });
});
