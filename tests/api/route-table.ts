// One row for each operation of the contract: how each of the six cases looks, or why a case cannot be.
// routes.test.ts runs the rows; a row or a case that is missing fails there.
import { expect } from 'vitest';

import type { Schemas } from '../support/client.js';
import type { Answer, Call, Login, World } from '../support/world.js';
import { samplePaper } from '../support/world.js';

type Make<T> = (world: World) => T;
/** "–" and a reason where a case cannot be. */
export type Case = Make<Partial<Call>> | `– ${string}`;

export interface Row {
  operation: string;
  /** Who may, with a call that succeeds. */
  call: Make<Call>;
  success: number;
  /** Checked on the successful answer. */
  check?: (answer: Answer, world: World) => void;
  signedOut?: `– ${string}`;
  wrongRole: Case;
  otherBody: Case;
  notFound: Case;
  invalid: Case;
  invalidStatus?: number;
}

const isPublic = '– open to all' as const;
const anyRole = '– every role may' as const;
const noRecord = '– names no record' as const;
const noInput = '– takes no input' as const;
const shared = '– the register of bodies is open to everyone who signed in' as const;

const outOfReach = '– the register is open to read; to change it out of reach is 403, event_service_test.cpp has the case' as const;
const badBody = '– a body that is not there is a fault of the input' as const;

const get = (as: Login, path: Make<string>): Make<Call> => (world) => ({ as, method: 'GET', path: path(world) });

export const rows: Row[] = [
  { operation: 'getContract', call: () => ({ method: 'GET', path: '/openapi.yaml' }), success: 200, signedOut: isPublic, wrongRole: isPublic, otherBody: noRecord, notFound: noRecord, invalid: noInput },
  { operation: 'getSetup', call: () => ({ method: 'GET', path: '/setup' }), success: 200, signedOut: isPublic, wrongRole: isPublic, otherBody: noRecord, notFound: noRecord, invalid: noInput },
  {
    // Its success on an empty installation is in setup.test.ts; here an account exists, so the link leads nowhere.
    operation: 'setUp',
    call: () => ({ method: 'POST', path: '/setup', body: { token: 'x'.repeat(43), login: 'moi', full_name: 'Người Mới', password: 'Mat-khau-du-dai-1', organisation_name: 'Cơ quan', organisation_kind: 'party_committee' } }),
    success: 404, signedOut: isPublic, wrongRole: isPublic, otherBody: noRecord, notFound: noRecord, invalid: () => ({ body: { login: 'a' } }),
  },
  { operation: 'signIn', call: () => ({ method: 'POST', path: '/session', body: { login: 'lanhdao', password: 'Hoi-Quan-2026' } }), success: 200, signedOut: isPublic, wrongRole: isPublic, otherBody: noRecord, notFound: noRecord, invalid: () => ({ body: {} }) },
  { operation: 'getSession', call: get('lanhdao', () => '/session'), success: 200, wrongRole: anyRole, otherBody: noRecord, notFound: noRecord, invalid: noInput },
  { operation: 'actAs', call: (w) => ({ as: 'lanhdao', method: 'PUT', path: '/session/acting', body: { role_id: w.people.lanhdao.session.roles[0]?.id } }), success: 200, wrongRole: anyRole, otherBody: (w) => ({ body: { role_id: w.people.vanthu.session.roles[0]?.id } }), notFound: (w) => ({ body: { role_id: w.unknownId } }), invalid: () => ({ body: {} }) },
  { operation: 'changePassword', call: () => ({ as: 'lanhdao', method: 'POST', path: '/session/password', body: { old_password: 'Hoi-Quan-2026', new_password: 'Mat-khau-moi-2026' } }), success: 204, wrongRole: anyRole, otherBody: noRecord, notFound: noRecord, invalid: () => ({ body: { old_password: 'Hoi-Quan-2026', new_password: 'ngan' } }) },
  { operation: 'getHome', call: get('vanthu', () => '/home'), success: 200, wrongRole: anyRole, otherBody: noRecord, notFound: noRecord, invalid: noInput },

  { operation: 'listUsers', call: get('quantri', () => '/users?search=van'), success: 200, wrongRole: () => ({ as: 'vanthu' }), otherBody: noRecord, notFound: noRecord, invalid: () => ({ path: '/users?limit=0' }) },
  { operation: 'createUser', call: () => ({ as: 'quantri', method: 'POST', path: '/users', body: { login: 'nguoi.moi', full_name: 'Nguyễn Thị Mới', password: 'Mat-khau-dau-1' } }), success: 201, wrongRole: () => ({ as: 'vanthu' }), otherBody: noRecord, notFound: noRecord, invalid: () => ({ body: { login: 'x', full_name: '', password: '1' } }) },
  { operation: 'updateUser', call: (w) => ({ as: 'quantri', method: 'PATCH', path: `/users/${w.people.mattran.session.user.id}`, body: { is_active: true } }), success: 200, wrongRole: () => ({ as: 'vanthu' }), otherBody: '– the demonstration has one administrator; accounts_test.cpp has the case', notFound: (w) => ({ path: `/users/${w.unknownId}` }), invalid: () => ({ body: { new_password: 'ngan' } }) },
  { operation: 'grantRole', call: (w) => ({ as: 'quantri', method: 'POST', path: `/users/${w.people.mattran.session.user.id}/roles`, body: { organisation_id: w.organisation.id, role: 'officer', reach: 'self' } }), success: 201, wrongRole: () => ({ as: 'vanthu' }), otherBody: '– accounts_test.cpp has the case', notFound: (w) => ({ path: `/users/${w.unknownId}/roles` }), invalid: () => ({ body: { role: 'vua' } }) },
  { operation: 'endRole', call: (w) => ({ as: 'quantri', method: 'DELETE', path: `/roles/${made.role ?? w.unknownId}` }), success: 204, wrongRole: () => ({ as: 'vanthu' }), otherBody: '– accounts_test.cpp has the case', notFound: (w) => ({ path: `/roles/${w.unknownId}` }), invalid: noInput },

  { operation: 'listOrganisationKinds', call: get('ubnd', () => '/organisation-kinds'), success: 200, wrongRole: anyRole, otherBody: noRecord, notFound: noRecord, invalid: noInput },
  { operation: 'listOrganisations', call: get('ubnd', () => '/organisations?search=chu thap do'), success: 200, wrongRole: anyRole, otherBody: shared, notFound: noRecord, invalid: () => ({ path: '/organisations?as_of=2026-02-31' }) },
  { operation: 'createOrganisation', call: (w) => ({ as: 'quantri', method: 'POST', path: '/organisations', body: { name: 'Hội Hoa xuân thành phố', kind: 'mass_association', valid_from: '2026-03', led_by_id: w.people.quantri.session.roles[0]?.organisation.id } }), success: 201, wrongRole: () => ({ as: 'vanthu' }), otherBody: '– organisations_test.cpp has the case', notFound: noRecord, invalid: () => ({ body: { name: '', kind: 'khong_co', valid_from: '2026-13' } }) },
  { operation: 'getOrganisationTree', call: get('ubnd', () => '/organisations/tree'), success: 200, wrongRole: anyRole, otherBody: shared, notFound: noRecord, invalid: () => ({ path: '/organisations/tree?relation=gia_dinh' }) },
  { operation: 'findOrganisationCandidates', call: get('vanthu', () => `/organisations/candidates?text=${encodeURIComponent('UBND thành phố')}`), success: 200, wrongRole: anyRole, otherBody: shared, notFound: noRecord, invalid: () => ({ path: '/organisations/candidates' }) },
  { operation: 'listLearnedNames', call: get('vanthu', () => '/learned-names?search=thuong'), success: 200, wrongRole: () => ({ as: 'lanhdao' }), otherBody: '– shows only the acting office; learned_names_test.cpp has the case', notFound: noRecord, invalid: () => ({ path: '/learned-names?limit=0' }) },
  { operation: 'changeLearnedName', call: (w) => ({ as: 'vanthu', method: 'PUT', path: `/learned-names/${w.learned.id}`, body: { organisation_id: w.organisation.id } }), success: 204, wrongRole: () => ({ as: 'lanhdao' }), otherBody: () => ({ as: 'tanlap' }), notFound: (w) => ({ path: `/learned-names/${w.unknownId}` }), invalid: () => ({ body: { organisation_id: 'khong' } }) },
  { operation: 'forgetLearnedName', call: (w) => ({ as: 'vanthu', method: 'DELETE', path: `/learned-names/${w.learned.id}` }), success: 204, wrongRole: () => ({ as: 'lanhdao' }), otherBody: () => ({ as: 'tanlap' }), notFound: (w) => ({ path: `/learned-names/${w.unknownId}` }), invalid: noInput },
  { operation: 'listSimilarAssociations', call: get('vanthu', () => '/associations/similar?min=0.1'), success: 200, wrongRole: () => ({ as: 'quantri' }), otherBody: '– compares only what the role reaches; similar_test.cpp has the case', notFound: noRecord, invalid: () => ({ path: '/associations/similar?min=2' }) },
  { operation: 'markAssociationsDifferent', call: (w) => ({ as: 'vanthu', method: 'POST', path: '/associations/similar/marks', body: { first_id: w.organisation.id, second_id: w.otherAssociation.id, reason: 'Một hội của người bệnh, một hội của thầy thuốc' } }), success: 201, check: (answer) => { made.mark = (answer.body as Schemas['SimilarMark']).id; }, wrongRole: () => ({ as: 'lanhdao' }), otherBody: () => ({ as: 'tanlap' }), notFound: (w) => ({ body: { first_id: w.organisation.id, second_id: w.unknownId, reason: 'x' } }), invalid: () => ({ body: {} }) },
  { operation: 'removeSimilarMark', call: (w) => ({ as: 'vanthu', method: 'DELETE', path: `/associations/similar/marks/${made.mark ?? w.unknownId}` }), success: 204, wrongRole: () => ({ as: 'lanhdao' }), otherBody: () => ({ as: 'tanlap' }), notFound: (w) => ({ path: `/associations/similar/marks/${w.unknownId}` }), invalid: noInput },
  { operation: 'getOrganisation', call: get('ubnd', (w) => `/organisations/${w.organisation.id}`), success: 200, wrongRole: anyRole, otherBody: shared, notFound: (w) => ({ path: `/organisations/${w.unknownId}` }), invalid: (w) => ({ path: `/organisations/${w.organisation.id}?as_of=hom-qua` }) },
  { operation: 'renameOrganisation', call: (w) => ({ as: 'quantri', method: 'POST', path: `/organisations/${w.organisation.id}/names`, headers: { 'if-match': '"1"' }, body: { name: 'Hội tên mới', valid_from: '2026-03-01' } }), success: 200, wrongRole: () => ({ as: 'vanthu' }), otherBody: '– organisations_test.cpp has the case', notFound: (w) => ({ path: `/organisations/${w.unknownId}/names` }), invalid: () => ({ body: { name: '' } }) },
  { operation: 'addAlias', call: (w) => ({ as: 'quantri', method: 'POST', path: `/organisations/${w.organisation.id}/aliases`, headers: { 'if-match': '"2"' }, body: { alias: 'Hội bí danh' } }), success: 200, wrongRole: () => ({ as: 'vanthu' }), otherBody: '– organisations_test.cpp has the case', notFound: (w) => ({ path: `/organisations/${w.unknownId}/aliases` }), invalid: () => ({ body: {} }) },
  { operation: 'addRelation', call: (w) => ({ as: 'quantri', method: 'POST', path: `/organisations/${w.organisation.id}/relations`, headers: { 'if-match': '"3"' }, body: { kind: 'guided_by', to_id: w.people.mattran.session.roles[0]?.organisation.id, valid_from: '2026-03-01' } }), success: 200, wrongRole: () => ({ as: 'vanthu' }), otherBody: '– organisations_test.cpp has the case', notFound: (w) => ({ path: `/organisations/${w.unknownId}/relations` }), invalid: () => ({ body: { kind: 'quen_biet' } }) },
  { operation: 'getOrganisationHistory', call: get('ubnd', (w) => `/organisations/${w.organisation.id}/history`), success: 200, wrongRole: anyRole, otherBody: shared, notFound: (w) => ({ path: `/organisations/${w.unknownId}/history` }), invalid: (w) => ({ path: `/organisations/${w.organisation.id}/history?limit=x` }) },
  { operation: 'compareOrganisations', call: get('ubnd', () => '/organisations/compare?from=2020-01-01&to=2026-03-16&change=added&limit=5'), success: 200, wrongRole: anyRole, otherBody: shared, notFound: noRecord, invalid: () => ({ path: '/organisations/compare?from=2020-01-01' }) },
  { operation: 'getOrganisationTimeline', call: get('ubnd', (w) => `/organisations/${w.organisation.id}/timeline`), success: 200, wrongRole: anyRole, otherBody: shared, notFound: (w) => ({ path: `/organisations/${w.unknownId}/timeline` }), invalid: (w) => ({ path: `/organisations/${w.organisation.id}/timeline?known_on=mai` }) },
  { operation: 'getOrganisationLineage', call: get('ubnd', (w) => `/organisations/${w.organisation.id}/lineage`), success: 200, wrongRole: anyRole, otherBody: shared, notFound: (w) => ({ path: `/organisations/${w.unknownId}/lineage` }), invalid: (w) => ({ path: `/organisations/${w.organisation.id}/lineage?as_of=x` }) },
  { operation: 'previewEvent', call: (w) => ({ as: 'quantri', method: 'POST', path: '/organisations/events/preview', body: { code: 'dissolve', date: '2026-04-01', basis_text: '12-QĐ/TU', ground: 'by_decision', organisation_ids: [w.people.chuthapdo.session.roles[0]?.organisation.id] } }), success: 200, check: (answer) => { if (!answer.text.includes('"open_tasks"') || !answer.text.includes('"roles"')) throw new Error(`No tasks or roles in the preview: ${answer.text}`); }, wrongRole: () => ({ as: 'vanthu' }), otherBody: outOfReach, notFound: badBody, invalid: (w) => ({ body: { code: 'consolidate', date: '2026-04-01', organisation_ids: [w.organisation.id] } }) },
  { operation: 'carryOutEvent', call: (w) => ({ as: 'quantri', method: 'POST', path: '/events', body: { code: 'establish', date: '2026-03', basis_text: '15-QĐ/TU', results: [{ name: 'Hội Cây cảnh thành phố', kind: 'mass_association', led_by_id: w.people.quantri.session.roles[0]?.organisation.id }] } }), success: 201, wrongRole: () => ({ as: 'vanthu' }), otherBody: outOfReach, notFound: badBody, invalid: () => ({ body: { code: 'rename', date: '2026-03-01' } }) },
  { operation: 'listEvents', call: get('ubnd', () => '/events?from=2026-01-01'), success: 200, check: (answer) => { if ((answer.body as { total: number }).total !== 1) throw new Error(answer.text); }, wrongRole: anyRole, otherBody: shared, notFound: noRecord, invalid: () => ({ path: '/events?organisation_id=7' }) },
  { operation: 'getEvent', call: get('ubnd', (w) => `/events/${made.event ?? w.unknownId}`), success: 200, wrongRole: anyRole, otherBody: shared, notFound: (w) => ({ path: `/events/${w.unknownId}` }), invalid: noInput },
  { operation: 'undoEvent', call: (w) => ({ as: 'quantri', method: 'POST', path: `/events/${made.event ?? w.unknownId}/undo`, body: { reason: 'Nhập nhầm' } }), success: 200, wrongRole: () => ({ as: 'vanthu' }), otherBody: outOfReach, notFound: (w) => ({ path: `/events/${w.unknownId}/undo` }), invalid: () => ({ body: {} }) },

  { operation: 'uploadFile', call: () => ({ as: 'chuthapdo', method: 'POST', path: '/files?file_name=bao-cao.txt', raw: { bytes: Buffer.from('Báo cáo kết quả'), type: 'text/plain' } }), success: 201, wrongRole: anyRole, otherBody: noRecord, notFound: noRecord, invalid: () => ({ path: '/files' }) },
  { operation: 'downloadFile', call: get('vanthu', (w) => `/files/${w.draft.file?.id}`), success: 200, wrongRole: anyRole, otherBody: () => ({ as: 'tanlap' }), notFound: (w) => ({ path: `/files/${w.unknownId}` }), invalid: noInput },
  { operation: 'listDocuments', call: get('vanthu', () => '/documents?search=hoi quan chung&sort=-issue_date'), success: 200, wrongRole: anyRole, otherBody: noRecord, notFound: noRecord, invalid: () => ({ path: '/documents?sort=ten' }) },
  { operation: 'createDocument', call: () => ({ as: 'vanthu', method: 'POST', path: '/documents', body: { direction: 'incoming', document_type: 'directive', number: '12', symbol: 'CT/TU', subject: 'về công tác hè', issue_date: '2026-02' } }), success: 201, wrongRole: () => ({ as: 'ubnd' }), otherBody: noRecord, notFound: noRecord, invalid: () => ({ body: { direction: 'ngang', subject: '' } }) },
  { operation: 'listEventProposals', call: get('quantri', () => '/events/proposals?status=open'), success: 200, check: ({ body }) => expect((body as Schemas['EventProposalPage']).total).toBeGreaterThan(0), wrongRole: () => ({ as: 'vanthu' }), otherBody: '– lists what is within reach', notFound: noRecord, invalid: () => ({ path: '/events/proposals?status=khac' }) },
  { operation: 'dismissEventProposal', call: (w) => ({ as: 'quantri', method: 'POST', path: `/events/proposals/${w.proposal.id}/dismiss`, body: { reason: 'Đã ghi nhận từ trước' } }), success: 204, wrongRole: () => ({ as: 'vanthu' }), otherBody: '– the demonstration has one administrator; proposals_test.cpp has the case', notFound: (w) => ({ path: `/events/proposals/${w.unknownId}/dismiss` }), invalid: () => ({ body: {} }) },
  { operation: 'getReading', call: get('vanthu', (w) => `/documents/readings/${w.reading.id}`), success: 200, wrongRole: () => ({ as: 'ubnd' }), otherBody: () => ({ as: 'tanlap' }), notFound: (w) => ({ path: `/documents/readings/${w.unknownId}` }), invalid: noInput },
  { operation: 'stopReading', call: (w) => ({ as: 'vanthu', method: 'DELETE', path: `/documents/readings/${w.reading.id}` }), success: 200, wrongRole: () => ({ as: 'ubnd' }), otherBody: () => ({ as: 'tanlap' }), notFound: (w) => ({ path: `/documents/readings/${w.unknownId}` }), invalid: noInput },
  { operation: 'getDocumentPage', call: get('vanthu', (w) => `/documents/${w.paged.id}/pages/0`), success: 200, check: ({ body }) => expect((body as Schemas['DocumentPageWords']).words.length).toBeGreaterThan(10), wrongRole: anyRole, otherBody: () => ({ as: 'tanlap' }), notFound: (w) => ({ path: `/documents/${w.paged.id}/pages/1` }), invalid: '– a page that is no number is not found' },
  { operation: 'getDocumentPagePicture', call: get('vanthu', (w) => `/documents/${w.paged.id}/pages/0/picture`), success: 200, check: ({ headers }) => expect(headers.get('content-type')).toBe('image/png'), wrongRole: anyRole, otherBody: () => ({ as: 'tanlap' }), notFound: (w) => ({ path: `/documents/${w.draft.id}/pages/0/picture` }), invalid: '– a page that is no number is not found' },
  { operation: 'uploadDocument', call: () => ({ as: 'vanthu', method: 'POST', path: '/documents/upload?file_name=thu.txt&direction=incoming', raw: { bytes: Buffer.from(samplePaper(77)), type: 'text/plain' } }), success: 201, wrongRole: () => ({ as: 'ubnd' }), otherBody: noRecord, notFound: noRecord, invalid: () => ({ raw: { bytes: Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), type: 'application/octet-stream' }, path: '/documents/upload?file_name=hong.docx' }) },
  { operation: 'getDocument', call: get('vanthu', (w) => `/documents/${w.draft.id}`), success: 200, wrongRole: anyRole, otherBody: () => ({ as: 'tanlap' }), notFound: (w) => ({ path: `/documents/${w.unknownId}` }), invalid: noInput },
  { operation: 'updateDocument', call: (w) => ({ as: 'vanthu', method: 'PUT', path: `/documents/${made.document ?? w.unknownId}`, headers: { 'if-match': '"1"' }, body: { direction: 'incoming', document_type: 'directive', subject: 'về công tác hè' } }), success: 200, wrongRole: () => ({ as: 'lanhdao' }), otherBody: () => ({ as: 'tanlap' }), notFound: (w) => ({ path: `/documents/${w.unknownId}` }), invalid: () => ({ body: { direction: 'outgoing', document_type: 'notice', subject: '' } }) },
  { operation: 'getReview', call: get('vanthu', (w) => `/documents/${w.draft.id}/review`), success: 200, wrongRole: anyRole, otherBody: () => ({ as: 'tanlap' }), notFound: (w) => ({ path: `/documents/${w.unknownId}/review` }), invalid: noInput },
  { operation: 'saveReview', call: (w) => ({ as: 'vanthu', method: 'PUT', path: `/documents/${w.draft.id}/review`, headers: { 'if-match': '"1"' }, body: { metadata: { direction: 'outgoing', document_type: 'notice', subject: 'về việc chuẩn bị hội nghị' }, citations: [], recipients: [], tasks: [] } }), success: 200, wrongRole: () => ({ as: 'lanhdao' }), otherBody: () => ({ as: 'tanlap' }), notFound: (w) => ({ path: `/documents/${w.unknownId}/review` }), invalid: () => ({ body: { metadata: {}, tasks: [{}] } }) },
  { operation: 'assignTasks', call: (w) => ({ as: 'vanthu', method: 'POST', path: `/documents/${w.draft.id}/tasks`, headers: { 'if-match': '"2"' } }), success: 201, wrongRole: () => ({ as: 'lanhdao' }), otherBody: () => ({ as: 'tanlap' }), notFound: (w) => ({ path: `/documents/${w.unknownId}/tasks` }), invalid: () => ({ headers: {} }) },
  { operation: 'getDocumentHistory', call: get('vanthu', (w) => `/documents/${w.document.id}/history`), success: 200, wrongRole: anyRole, otherBody: '– every ward holds a task of it', notFound: (w) => ({ path: `/documents/${w.unknownId}/history` }), invalid: (w) => ({ path: `/documents/${w.document.id}/history?offset=-1` }) },

  { operation: 'listTasks', call: get('vanthu', () => '/tasks?search=tru so'), success: 200, wrongRole: anyRole, otherBody: noRecord, notFound: noRecord, invalid: () => ({ path: '/tasks?status=xong' }) },
  { operation: 'getTask', call: get('chuthapdo', (w) => `/tasks/${w.task.id}`), success: 200, wrongRole: anyRole, otherBody: () => ({ as: 'ubnd' }), notFound: (w) => ({ path: `/tasks/${w.unknownId}` }), invalid: noInput },
  { operation: 'updateTask', call: (w) => ({ as: 'vanthu', method: 'PUT', path: `/tasks/${w.task.id}`, headers: { 'if-match': `"${w.task.version}"` }, body: { title: 'Tổng hợp danh mục hoạt động nhân đạo', lead_id: w.task.lead?.id, cooperating_ids: [], monitor_id: w.task.monitor?.id ?? null, deadline_kind: 'fixed_date', due_date: '2026-04-30', urgency: 'normal', reason: 'Cơ quan chủ trì đề nghị gia hạn' } }), success: 200, wrongRole: () => ({ as: 'chuthapdo' }), otherBody: () => ({ as: 'ubnd' }), notFound: (w) => ({ path: `/tasks/${w.unknownId}` }), invalid: () => ({ body: { title: '' } }) },
  { operation: 'addNote', call: (w) => ({ as: 'chuthapdo', method: 'POST', path: `/tasks/${w.task.id}/notes`, body: { text: 'Đã tổng hợp xong 3 phường', percent: 60 } }), success: 201, wrongRole: () => ({ as: 'lanhdao' }), otherBody: () => ({ as: 'ubnd' }), notFound: (w) => ({ path: `/tasks/${w.unknownId}/notes` }), invalid: () => ({ body: { text: '', percent: 120 } }) },
  { operation: 'fileEvidence', call: (w) => ({ as: 'chuthapdo', method: 'POST', path: `/tasks/${w.task.id}/evidence`, body: { document_number: '15-BC/CTĐ', document_date: '2026-03-13', receiver: 'Ủy ban nhân dân thành phố' } }), success: 201, wrongRole: () => ({ as: 'lanhdao' }), otherBody: () => ({ as: 'ubnd' }), notFound: (w) => ({ path: `/tasks/${w.unknownId}/evidence` }), invalid: () => ({ body: { document_number: '', document_date: '2027-01-01', receiver: '' } }) },
  { operation: 'getTaskHistory', call: get('chuthapdo', (w) => `/tasks/${w.task.id}/history`), success: 200, wrongRole: anyRole, otherBody: () => ({ as: 'ubnd' }), notFound: (w) => ({ path: `/tasks/${w.unknownId}/history` }), invalid: (w) => ({ path: `/tasks/${w.task.id}/history?limit=1000` }) },
];

rows.push(
  { operation: 'decideEvidence', call: (w) => ({ as: 'danvan', method: 'POST', path: `/evidence/${evidence(w)}/decision`, body: { decision: 'accepted' } }), success: 200, wrongRole: () => ({ as: 'lanhdao' }), otherBody: () => ({ as: 'ubnd' }), notFound: (w) => ({ path: `/evidence/${w.unknownId}/decision` }), invalid: () => ({ body: { decision: 'refused' } }) },
  { operation: 'closeTask', call: (w) => ({ as: 'danvan', method: 'POST', path: `/tasks/${w.task.id}/close`, headers: { 'if-match': `"${version(w)}"` }, body: {} }), success: 200, wrongRole: () => ({ as: 'lanhdao' }), otherBody: () => ({ as: 'ubnd' }), notFound: (w) => ({ path: `/tasks/${w.unknownId}/close` }), invalid: () => ({ headers: {} }) },
  { operation: 'getSystemReport', call: get('vanthu', () => '/reports/system?content=tasks&along=party'), success: 200, wrongRole: anyRole, otherBody: '– counts only what is in reach; system_test.cpp has the case', notFound: (w) => ({ path: `/reports/system?parent_id=${w.unknownId}` }), invalid: () => ({ path: '/reports/system?along=gia_dinh&as_of=31/02/2026' }) },
  { operation: 'listAssociations', call: get('vanthu', () => '/associations?flag=term_overdue&sort=class'), success: 200, check: (answer) => { if ((answer.body as { total: number }).total < 1) throw new Error(answer.text); }, wrongRole: () => ({ as: 'quantri' }), otherBody: '– shows only what is in reach; register_test.cpp has the case', notFound: noRecord, invalid: () => ({ path: '/associations?class=hoi&flag=x' }) },
  { operation: 'countAssociations', call: get('lanhdao', () => '/associations/counts'), success: 200, wrongRole: () => ({ as: 'quantri' }), otherBody: '– counts only what is in reach; register_test.cpp has the case', notFound: noRecord, invalid: () => ({ path: '/associations/counts?status=x' }) },
  { operation: 'sumAssociationMoney', call: get('vanthu', () => '/associations/money'), success: 200, wrongRole: () => ({ as: 'quantri' }), otherBody: (w) => ({ as: 'tanlap', path: `/associations/money?association_id=${w.association}` }), notFound: (w) => ({ path: `/associations/money?association_id=${w.unknownId}` }), invalid: () => ({ path: '/associations/money?year=20' }) },
  { operation: 'sumAssociationHealth', call: get('danvan', () => '/associations/health'), success: 200, wrongRole: () => ({ as: 'quantri' }), otherBody: '– sums only what is in reach; register_test.cpp has the case', notFound: noRecord, invalid: () => ({ path: '/associations/health?as_of=31/02/2026' }) },
  { operation: 'getAssociation', call: get('chuthapdo', (w) => `/associations/${w.association}`), success: 200, wrongRole: () => ({ as: 'quantri' }), otherBody: () => ({ as: 'tanlap' }), notFound: (w) => ({ path: `/associations/${w.unknownId}` }), invalid: (w) => ({ path: `/associations/${w.association}?as_of=x` }) },
  { operation: 'getAssociationHealth', call: get('danvan', (w) => `/associations/${w.association}/health`), success: 200, wrongRole: () => ({ as: 'quantri' }), otherBody: () => ({ as: 'tanlap' }), notFound: (w) => ({ path: `/associations/${w.unknownId}/health` }), invalid: (w) => ({ path: `/associations/${w.association}/health?as_of=x` }) },
  { operation: 'getAssociationHistory', call: get('chuthapdo', (w) => `/associations/${w.association}/history`), success: 200, wrongRole: () => ({ as: 'quantri' }), otherBody: () => ({ as: 'tanlap' }), notFound: (w) => ({ path: `/associations/${w.unknownId}/history` }), invalid: (w) => ({ path: `/associations/${w.association}/history?limit=0` }) },
  { operation: 'listAssociationEntries', call: get('chuthapdo', (w) => `/associations/${w.association}/entries/post?post=chair&from=2020-01-01`), success: 200, wrongRole: () => ({ as: 'quantri' }), otherBody: () => ({ as: 'tanlap' }), notFound: (w) => ({ path: `/associations/${w.unknownId}/entries/post` }), invalid: (w) => ({ path: `/associations/${w.association}/entries/post?from=x` }) },
  { operation: 'addAssociationEntry', call: (w) => ({ as: 'chuthapdo', method: 'POST', path: `/associations/${w.association}/entries/branch`, body: { name: 'Chi hội khu phố 9', from: '2026-01-01' } }), success: 201, wrongRole: () => ({ as: 'lanhdao' }), otherBody: () => ({ as: 'tanlap' }), notFound: (w) => ({ path: `/associations/${w.unknownId}/entries/branch` }), invalid: () => ({ body: { name: '', den: 'x' } }) },
  { operation: 'updateAssociationEntry', call: (w) => ({ as: 'chuthapdo', method: 'PUT', path: `/association-entries/branch/${made.entry ?? w.unknownId}`, headers: { 'if-match': '"1"' }, body: { name: 'Chi hội khu phố 10', from: '2026-01-01' } }), success: 200, wrongRole: () => ({ as: 'lanhdao' }), otherBody: () => ({ as: 'tanlap' }), notFound: (w) => ({ path: `/association-entries/branch/${w.unknownId}` }), invalid: () => ({ body: { name: '' } }) },
  { operation: 'removeAssociationEntry', call: (w) => ({ as: 'chuthapdo', method: 'POST', path: `/association-entries/branch/${made.entry ?? w.unknownId}/removal`, headers: { 'if-match': '"2"' }, body: { reason: 'Nhập nhầm' } }), success: 200, wrongRole: () => ({ as: 'lanhdao' }), otherBody: () => ({ as: 'tanlap' }), notFound: (w) => ({ path: `/association-entries/branch/${w.unknownId}/removal` }), invalid: () => ({ body: {} }) },
  { operation: 'saveAssociationProfile', call: (w) => ({ as: 'chuthapdo', method: 'PUT', path: `/associations/${w.association}/profile`, headers: { 'if-match': `"${made.association ?? 1}"` }, body: { class: 'assigned_task', stage: 'active', valid_from: '2026-03-01', office: 'lent', equipment: 'own' } }), success: 200, wrongRole: () => ({ as: 'lanhdao' }), otherBody: () => ({ as: 'tanlap' }), notFound: (w) => ({ path: `/associations/${w.unknownId}/profile` }), invalid: () => ({ body: { class: 'hoi' } }) },
  { operation: 'confirmAssociation', call: (w) => ({ as: 'vanthu', method: 'POST', path: `/associations/${w.association}/confirmation`, headers: { 'if-match': `"${made.association ?? 1}"` } }), success: 200, wrongRole: () => ({ as: 'lanhdao' }), otherBody: () => ({ as: 'tanlap' }), notFound: (w) => ({ path: `/associations/${w.unknownId}/confirmation` }), invalid: () => ({ headers: {} }) },
  { operation: 'listAssociationSettings', call: get('ubnd', () => '/association-settings'), success: 200, wrongRole: anyRole, otherBody: shared, notFound: noRecord, invalid: noInput },
  { operation: 'addAssociationSetting', call: () => ({ as: 'quantri', method: 'POST', path: '/association-settings', body: { code: 'annual_report_due', value: '12-15', valid_from: '2027-01-01', basis: 'Hướng dẫn 5/HD-SNV' } }), success: 201, wrongRole: () => ({ as: 'vanthu' }), otherBody: shared, notFound: noRecord, invalid: () => ({ body: { code: 'khong_co' } }) },
  { operation: 'getProgressReport', call: get('vanthu', (w) => `/documents/${w.document.id}/progress`), success: 200, wrongRole: anyRole, otherBody: (w) => ({ as: 'tanlap', path: `/documents/${w.draft.id}/progress` }), notFound: (w) => ({ path: `/documents/${w.unknownId}/progress` }), invalid: (w) => ({ path: `/documents/${w.document.id}/progress?as_of=31/02/2026` }) },
  { operation: 'downloadProgressReport', call: get('vanthu', (w) => `/documents/${w.document.id}/progress/docx`), success: 200, wrongRole: anyRole, otherBody: (w) => ({ as: 'tanlap', path: `/documents/${w.draft.id}/progress/docx` }), notFound: (w) => ({ path: `/documents/${w.document.id}/progress/odt` }), invalid: (w) => ({ path: `/documents/${w.document.id}/progress/docx?as_of=x` }) },
  // Last: it ends the session of who signs out.
  { operation: 'signOut', call: () => ({ as: 'mattran', method: 'DELETE', path: '/session' }), success: 204, wrongRole: anyRole, otherBody: noRecord, notFound: noRecord, invalid: noInput },
);

/** The association of chuthapdo; its clerk above is vanthu, ubnd is the officer of another body. */
const redCross = (world: World): string => `/associations/${world.people.chuthapdo.session.roles[0]?.organisation.id}/members`;
const memberCases = (path: string) => ({
  wrongRole: () => ({ as: 'vanthu' as const }),
  otherBody: () => ({ as: 'ubnd' as const }),
  notFound: (w: World) => ({ path: `/associations/${w.unknownId}/members${path}` }),
});
/** A workbook of two rows: Họ và tên, Năm sinh; Lê Thị Nhập, 1950. */
const memberFile = Buffer.from('UEsDBBQAAAAIAHgXeF33I+wURQAAAFkAAAAPAAAAeGwvd29ya2Jvb2sueG1ssynPL8pOys/PVqjIzckrtiqyVS9St7MpzkhNLSmG0gp5ibmptuqO6gpgrmeKrbqhukKRVSaQUWSorm9now9Trw8zzg4AUEsDBBQAAAAIAHgXeF1rVj2RRwAAAGMAAAAaAAAAeGwvX3JlbHMvd29ya2Jvb2sueG1sLnJlbHOzCUrNSSzJzM8rzsgsKLazQeYqeKbYqhcZqiuEVBak2qqX6JfnF2UXZ6SmlgCFEovSU0ts1eFCxfrFehW5Oer6djb6qGYCAFBLAwQUAAAACAB4F3hdMRBtr3sAAAACAQAAEwAAAHhsL3dvcmtzaGVldHMvcy54bWyzKc8vyi7OSE0tsbMBUy6JJYl2NkX55XY2yQoltuqZeTmZeanBJUXqdjaZxXY2JXYeD3f3KpQdXqBQcnhVno0+UKM+SEI/GacOvyPNuQrFmXkZqKr1wbbgs8rn8CqFkIyHu7sV/DIe7lpbQJRthpamBtgs0kfynz7C2wBQSwECFAMUAAAACAB4F3hd9yPsFEUAAABZAAAADwAAAAAAAAAAAAAAgAEAAAAAeGwvd29ya2Jvb2sueG1sUEsBAhQDFAAAAAgAeBd4XWtWPZFHAAAAYwAAABoAAAAAAAAAAAAAAIABcgAAAHhsL19yZWxzL3dvcmtib29rLnhtbC5yZWxzUEsBAhQDFAAAAAgAeBd4XTEQba97AAAAAgEAABMAAAAAAAAAAAAAAIAB8QAAAHhsL3dvcmtzaGVldHMvcy54bWxQSwUGAAAAAAMAAwDGAAAAnQEAAAAA', 'base64');
const xlsxType = 'application/octet-stream';
const lateMade: { member?: string; other?: string; batch?: string } = {};
const batchPath = (w: World, rest = '') => `${redCross(w)}/import/${lateMade.batch ?? w.unknownId}${rest}`;

rows.unshift(
  { operation: 'getMemberOptions', call: get('vanthu', () => '/members/options'), success: 200, wrongRole: anyRole, otherBody: noRecord, notFound: noRecord, invalid: noInput },
  { operation: 'createMember', call: (w) => ({ as: 'chuthapdo', method: 'POST', path: redCross(w), body: { full_name: 'Trần Thị Hoa', birth_year: 1950, identity: '045150001234' } }), success: 201, check: ({ body, text }) => { lateMade.member = (body as Schemas['Member']).id; expect(text).not.toContain('045150001234'); }, ...memberCases(''), invalid: () => ({ body: { full_name: '=1+1', birth_year: 1800 } }) },
  { operation: 'importMembers', call: (w) => ({ as: 'chuthapdo', method: 'POST', path: `${redCross(w)}/import?file_name=hoi-vien.xlsx`, raw: { bytes: memberFile, type: xlsxType } }), success: 201, check: ({ body }) => { const batch = body as Schemas['ImportBatch']; lateMade.batch = batch.id; expect(batch.counts.added).toBe(1); }, ...memberCases('/import?file_name=a.xlsx'), invalid: () => ({ raw: { bytes: Buffer.from('PK'), type: xlsxType } }) },
  { operation: 'getMemberTemplate', call: get('chuthapdo', (w) => `${redCross(w)}/import/template`), success: 200, ...memberCases('/import/template'), invalid: noInput },
  { operation: 'listMemberImports', call: get('chuthapdo', (w) => `${redCross(w)}/import`), success: 200, ...memberCases('/import'), invalid: (w) => ({ path: `${redCross(w)}/import?limit=0` }) },
  // Small files are read at once, so that there is no reading; imports/readings.cpp is as documents/readings.cpp.
  { operation: 'getMemberImportReading', call: get('chuthapdo', (w) => `${redCross(w)}/import/readings/${w.unknownId}`), success: 404, ...memberCases('/import/readings/00000000-0000-7000-8000-000000000000'), invalid: noInput },
  { operation: 'stopMemberImportReading', call: (w) => ({ as: 'chuthapdo', method: 'DELETE', path: `${redCross(w)}/import/readings/${w.unknownId}` }), success: 404, ...memberCases('/import/readings/00000000-0000-7000-8000-000000000000'), invalid: noInput },
  { operation: 'getMemberImport', call: get('chuthapdo', (w) => batchPath(w)), success: 200, ...memberCases('/import/00000000-0000-7000-8000-000000000000'), invalid: noInput },
  { operation: 'listMemberImportRows', call: get('chuthapdo', (w) => batchPath(w, '/rows')), success: 200, check: ({ body }) => expect((body as Schemas['ImportRowPage']).items[0]?.outcome).toBe('added'), ...memberCases('/import/00000000-0000-7000-8000-000000000000/rows'), invalid: (w) => ({ path: batchPath(w, '/rows?outcome=hong') }) },
  { operation: 'confirmMemberImport', call: (w) => ({ as: 'chuthapdo', method: 'POST', path: batchPath(w, '/confirm'), headers: { 'if-match': '"1"' } }), success: 200, ...memberCases('/import/00000000-0000-7000-8000-000000000000/confirm'), invalid: () => ({ headers: {} }) },
  { operation: 'listMembers', call: get('chuthapdo', (w) => `${redCross(w)}?search=le thi nhap`), success: 200, check: ({ body }) => { lateMade.other = (body as Schemas['MemberPage']).items[0]?.id; expect(lateMade.other).toBeTruthy(); }, ...memberCases(''), invalid: (w) => ({ path: `${redCross(w)}?sort=tuoi` }) },
  { operation: 'getMember', call: get('chuthapdo', (w) => `${redCross(w)}/${lateMade.member ?? w.unknownId}`), success: 200, ...memberCases('/00000000-0000-7000-8000-000000000000'), invalid: noInput },
  { operation: 'listMemberDoubles', call: get('chuthapdo', (w) => `${redCross(w)}/doubles`), success: 200, ...memberCases('/doubles'), invalid: noInput },
  { operation: 'decideMemberDouble', call: (w) => ({ as: 'chuthapdo', method: 'POST', path: `${redCross(w)}/doubles`, body: { keep_id: lateMade.member ?? w.unknownId, other_id: lateMade.other ?? w.unknownId, decision: 'different_persons' } }), success: 204, ...memberCases('/doubles'), invalid: () => ({ body: {} }) },
  { operation: 'undoMemberImport', call: (w) => ({ as: 'chuthapdo', method: 'POST', path: batchPath(w, '/undo'), body: { reason: 'Nhầm tệp' } }), success: 200, ...memberCases('/import/00000000-0000-7000-8000-000000000000/undo'), invalid: () => ({ body: {} }) },
  // What was undone is no preview any more; import_test.cpp has the discarded one.
  { operation: 'discardMemberImport', call: (w) => ({ as: 'chuthapdo', method: 'DELETE', path: batchPath(w) }), success: 409, ...memberCases('/import/00000000-0000-7000-8000-000000000000'), invalid: noInput },
  { operation: 'updateMember', call: (w) => ({ as: 'chuthapdo', method: 'PUT', path: `${redCross(w)}/${lateMade.member ?? w.unknownId}`, headers: { 'if-match': '"1"' }, body: { full_name: 'Trần Thị Hoà', birth_year: 1950 } }), success: 200, ...memberCases('/00000000-0000-7000-8000-000000000000'), invalid: () => ({ body: { full_name: '' } }) },
  { operation: 'exportMembers', call: get('chuthapdo', (w) => `${redCross(w)}/export?format=csv`), success: 200, check: ({ text }) => expect(text).not.toContain('045150001234'), ...memberCases('/export'), invalid: (w) => ({ path: `${redCross(w)}/export?format=pdf` }) },
  { operation: 'getMemberCounts', call: get('vanthu', (w) => `${redCross(w)}/counts`), success: 200, check: ({ text }) => expect(text).not.toContain('Hoà'), wrongRole: () => ({ as: 'quantri' }), otherBody: () => ({ as: 'ubnd' }), notFound: (w) => ({ path: `/associations/${w.unknownId}/members/counts` }), invalid: (w) => ({ path: `${redCross(w)}/counts?as_of=mai` }) },
  { operation: 'listMemberCounts', call: get('vanthu', () => '/members/counts'), success: 200, wrongRole: () => ({ as: 'quantri' }), otherBody: '– lists what is within reach', notFound: noRecord, invalid: () => ({ path: '/members/counts?as_of=mai' }) },
);

/** What the rows above made for the rows below. */
const made: { evidence?: string; version?: number; role?: string; document?: string; event?: string; entry?: string; association?: number; mark?: string } = {};

function evidence(world: World): string {
  return made.evidence ?? world.unknownId;
}

function version(world: World): number {
  return made.version ?? world.task.version;
}

export function remember(operation: string, answer: Answer): void {
  const body = answer.body as { id?: string; evidence?: { id: string; decision: string | null }[]; version?: number } | undefined;
  if (operation === 'grantRole') made.role = body?.id;
  if (operation === 'carryOutEvent') made.event = body?.id;
  if (operation === 'addAssociationEntry') made.entry = (answer.body as { entry_id?: string }).entry_id;
  if (body?.version !== undefined && /Association(Entry|Profile)$/.test(operation)) made.association = body.version;
  if (operation === 'createDocument') made.document = body?.id;
  if (operation === 'fileEvidence') made.evidence = body?.evidence?.find((e) => e.decision === null)?.id ?? '';
  if (body?.version !== undefined && ['fileEvidence', 'decideEvidence', 'updateTask', 'addNote'].includes(operation)) made.version = body.version;
}
