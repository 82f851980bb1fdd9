// What the route table needs to know of the demonstration data: people, one record of each kind, and how to call.
import { randomUUID } from 'node:crypto';

import { type Person, type Schemas, signIn } from './client.js';
import type { Installation } from './installation.js';

export const logins = ['quantri', 'vanthu', 'danvan', 'lanhdao', 'ubnd', 'mattran', 'chuthapdo', 'tanlap'] as const;
export type Login = (typeof logins)[number];

export interface World {
  origin: string;
  people: Record<Login, Person>;
  /** The assigned Conclusion of the city committee. */
  document: Schemas['DocumentDetail'];
  /** A document of the city committee that is still in review. */
  draft: Schemas['DocumentDetail'];
  /** In progress, led by the Red Cross. */
  task: Schemas['Task'];
  organisation: Schemas['Organisation'];
  /** What the clerk of the city committee resolved once. */
  learned: Schemas['LearnedName'];
  unknownId: string;
}

export interface Call {
  as?: Login;
  method: string;
  path: string;
  body?: unknown;
  raw?: { bytes: Buffer; type: string };
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
  text: string;
}

export async function call(world: World, request: Call): Promise<Answer> {
  const headers: Record<string, string> = { ...request.headers };
  if (request.as) headers.cookie = world.people[request.as].cookie;
  let body: string | Buffer | undefined;
  if (request.raw) {
    headers['content-type'] = request.raw.type;
    body = request.raw.bytes;
  } else if (request.body !== undefined) {
    headers['content-type'] = 'application/json';
    body = JSON.stringify(request.body);
  }
  const response = await fetch(`${world.origin}/api/v1${request.path}`, {
    method: request.method,
    headers,
    ...(body === undefined ? {} : { body: body as BodyInit }),
  });
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return { status: response.status, headers: response.headers, body: isJson && text ? JSON.parse(text) : undefined, text };
}

/** A small paper of our own; `mark` makes each upload another document. */
export function samplePaper(mark = 1): string {
  return `THÀNH ỦY MINH HÀ
VĂN PHÒNG
*
Số ${mark}-TB/VPTU

ĐẢNG CỘNG SẢN VIỆT NAM

Minh Hà, ngày 10 tháng 3 năm 2026


THÔNG BÁO
về việc chuẩn bị hội nghị giao ban công tác dân vận
-----

Văn phòng Thành ủy thông báo một số việc như sau:

1. Ủy ban nhân dân thành phố chuẩn bị hội trường và tài liệu, hoàn thành trước ngày 25/3/2026.

2. Hội Chữ thập đỏ thành phố báo cáo kết quả vận động quý I, gửi Văn phòng Thành ủy trước ngày 28/3/2026.

Nơi nhận:
- Ủy ban nhân dân thành phố,
- Hội Chữ thập đỏ thành phố,
- Lưu Văn phòng.

CHÁNH VĂN PHÒNG

Trần Văn Hòa
`;
}

export async function upload(world: Pick<World, 'origin' | 'people'>, as: Login, text: string, name = 'thong-bao.txt'): Promise<Answer> {
  return call(world as World, {
    as,
    method: 'POST',
    path: `/documents/upload?file_name=${encodeURIComponent(name)}&direction=outgoing`,
    raw: { bytes: Buffer.from(text), type: 'text/plain' },
  });
}

function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The demonstration data lack ${what}.`);
  return value;
}

/** A paper whose lead nobody bears the name of: the clerk says who is meant and assigns the tasks. */
async function teach(world: World): Promise<Schemas['LearnedName']> {
  const words = 'Tổ giúp việc Đề án';
  const { id } = (await upload(world, 'vanthu', samplePaper(902), 'da-giao.txt')).body as Schemas['DocumentDetail'];
  const review = (await call(world, { as: 'vanthu', method: 'GET', path: `/documents/${id}/review` })).body as Schemas['Review'];
  const tasks = review.content.tasks.map((task) => ({ ...task, lead_as_written: [words], leads: [{ id: world.organisation.id, name: world.organisation.name, short_name: world.organisation.short_name }], cooperating: [] }));
  const saved = await call(world, { as: 'vanthu', method: 'PUT', path: `/documents/${id}/review`, headers: { 'if-match': `"${review.version}"` }, body: { ...review.content, tasks } });
  const assigned = await call(world, { as: 'vanthu', method: 'POST', path: `/documents/${id}/tasks`, headers: { 'if-match': saved.headers.get('etag') ?? '' } });
  if (assigned.status !== 201) throw new Error(`${saved.status} ${saved.text.slice(0, 300)} ${assigned.text}`);
  const page = (await call(world, { as: 'vanthu', method: 'GET', path: '/learned-names?search=to giup viec' })).body as Schemas['LearnedNamePage'];
  return must(page.items[0], 'a remembered name');
}

export async function explore(installation: Installation): Promise<World> {
  const { origin } = installation;
  const entries = await Promise.all(logins.map(async (login) => [login, await signIn(origin, login)] as const));
  const people = Object.fromEntries(entries) as Record<Login, Person>;
  const world = { origin, people, unknownId: randomUUID() } as World;

  const documents = (await call(world, { as: 'vanthu', method: 'GET', path: '/documents?status=assigned' })).body as Schemas['DocumentPage'];
  const id = must(documents.items.find((d) => d.symbol === 'KL/TU'), 'an assigned Conclusion').id;
  world.document = (await call(world, { as: 'vanthu', method: 'GET', path: `/documents/${id}` })).body as Schemas['DocumentDetail'];
  world.draft = (await upload(world, 'vanthu', samplePaper(901))).body as Schemas['DocumentDetail'];

  const lead = must(people.chuthapdo.session.roles[0], 'a role of the Red Cross').organisation.id;
  const tasks = (await call(world, { as: 'vanthu', method: 'GET', path: `/tasks?lead_id=${lead}&status=due_soon,in_progress` })).body as Schemas['TaskPage'];
  world.task = must(tasks.items[0], 'an open task of the Red Cross');
  const bodies = (await call(world, { as: 'vanthu', method: 'GET', path: '/organisations?kind=mass_association' })).body as Schemas['OrganisationPage'];
  world.organisation = must(bodies.items[0], 'an association');
  world.learned = await teach(world);
  return world;
}
