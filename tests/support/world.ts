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
  /** Another association of the city. */
  otherAssociation: Schemas['Organisation'];
  /** Id of the Red Cross. */
  association: string;
  /** What the clerk of the city committee resolved once. */
  /** Came as PDF. */
  paged: Schemas['DocumentDetail'];
  /** Of a document that merges two associations. */
  proposal: Schemas['EventProposalPage']['items'][number];
  /** Of a scan. */
  reading: Schemas['Reading'];
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

/** A PDF with one page of text. */
export function samplePdf(): Buffer {
  const lines = ['THANH UY MINH HA', 'So 903-TB/VPTU', 'THONG BAO', 've viec chuan bi hoi nghi giao ban cong tac dan van quy I nam 2026', '1. Van phong Thanh uy chuan bi tai lieu.'];
  const stream = `BT /F1 12 Tf 72 760 Td 16 TL ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = pdf.length;
    pdf += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(`${pdf}xref\n0 6\n0000000000 65535 f \n${rows}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`);
}

/** A white picture of one point: a scan that holds no letter. */
const emptyScan = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsKuDxQAAAABJRU5ErkJggg==', 'base64');

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

/** A paper that merges two associations, reviewed and assigned: the administrator gets a proposal. */
async function propose(world: World): Promise<Schemas['EventProposalPage']['items'][number]> {
  const paper = samplePaper(904).replace('1. Ủy ban', 'Sáp nhập Hội Làm vườn thành phố vào Hội Nông dân thành phố.\n\n1. Ủy ban');
  const { id } = (await upload(world, 'vanthu', paper, 'sap-nhap.txt')).body as Schemas['DocumentDetail'];
  const review = (await call(world, { as: 'vanthu', method: 'GET', path: `/documents/${id}/review` })).body as Schemas['Review'];
  const tasks = review.content.tasks.map((task) => ({ ...task, leads: [{ id: world.organisation.id, name: world.organisation.name, short_name: world.organisation.short_name }], cooperating: [] }));
  const saved = await call(world, { as: 'vanthu', method: 'PUT', path: `/documents/${id}/review`, headers: { 'if-match': `"${review.version}"` }, body: { ...review.content, tasks } });
  await call(world, { as: 'vanthu', method: 'POST', path: `/documents/${id}/tasks`, headers: { 'if-match': saved.headers.get('etag') ?? '' } });
  const page = (await call(world, { as: 'quantri', method: 'GET', path: '/events/proposals' })).body as Schemas['EventProposalPage'];
  return must(page.items[0], `a proposal (${saved.text.slice(0, 200)})`);
}

export async function explore(installation: Installation): Promise<World> {
  const { origin } = installation;
  const entries = await Promise.all(logins.map(async (login) => [login, await signIn(origin, login)] as const));
  const people = Object.fromEntries(entries) as Record<Login, Person>;
  const world = { origin, people, unknownId: randomUUID(), association: people.chuthapdo.session.roles[0]?.organisation.id ?? '' } as World;

  const documents = (await call(world, { as: 'vanthu', method: 'GET', path: '/documents?status=assigned' })).body as Schemas['DocumentPage'];
  const id = must(documents.items.find((d) => d.symbol === 'KL/TU'), 'an assigned Conclusion').id;
  world.document = (await call(world, { as: 'vanthu', method: 'GET', path: `/documents/${id}` })).body as Schemas['DocumentDetail'];
  world.draft = (await upload(world, 'vanthu', samplePaper(901))).body as Schemas['DocumentDetail'];

  const lead = must(people.chuthapdo.session.roles[0], 'a role of the Red Cross').organisation.id;
  const tasks = (await call(world, { as: 'vanthu', method: 'GET', path: `/tasks?lead_id=${lead}&status=due_soon,in_progress` })).body as Schemas['TaskPage'];
  world.task = must(tasks.items[0], 'an open task of the Red Cross');
  const bodies = (await call(world, { as: 'vanthu', method: 'GET', path: '/organisations?kind=mass_association' })).body as Schemas['OrganisationPage'];
  world.organisation = must(bodies.items[0], 'an association');
  world.otherAssociation = must(bodies.items[1], 'another association');
  world.learned = await teach(world);
  world.proposal = await propose(world);
  world.paged = (await call(world, { as: 'vanthu', method: 'POST', path: '/documents/upload?file_name=thong-bao.pdf', raw: { bytes: samplePdf(), type: 'application/pdf' } })).body as Schemas['DocumentDetail'];
  world.reading = (await call(world, { as: 'vanthu', method: 'POST', path: '/documents/upload?file_name=quet.png', raw: { bytes: emptyScan, type: 'image/png' } })).body as Schemas['Reading'];
  return world;
}
