-- Associations: facts about the bodies whose kind is an association (decision record 0007).
-- holding: who holds a record of one kind, true from valid_from until valid_to (exclusive), known from recorded_from until
-- recorded_to; made_by and ended_by as in 0005, so that events of bodies move, end and give back what bodies hold.
CREATE TABLE holding (
    id TEXT COLLATE "C" PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL,
    record_id TEXT COLLATE "C" NOT NULL,
    organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    valid_from TEXT COLLATE "C" NOT NULL,
    valid_to TEXT COLLATE "C" NOT NULL DEFAULT '9999-12-31',
    recorded_from TEXT COLLATE "C" NOT NULL,
    recorded_to TEXT COLLATE "C" NOT NULL DEFAULT '9999-12-31T23:59:59.999999Z',
    made_by TEXT COLLATE "C" REFERENCES organisation_event (id),
    ended_by TEXT COLLATE "C" REFERENCES organisation_event (id)
);
CREATE INDEX holding_of ON holding (organisation_id, kind, recorded_to, valid_from, valid_to, record_id);
CREATE INDEX holding_record ON holding (record_id, recorded_to);
CREATE INDEX holding_made ON holding (made_by) WHERE made_by IS NOT NULL;
CREATE INDEX holding_ended ON holding (ended_by) WHERE ended_by IS NOT NULL;

-- What an association is; one believed row for each of its days. The supervising body confirms what was reported.
CREATE TABLE association_profile (
    id TEXT COLLATE "C" PRIMARY KEY,
    organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    class TEXT COLLATE "C" NOT NULL CHECK (class IN ('assigned_task', 'special_character', 'political_social_professional',
        'social_professional', 'social', 'humanitarian', 'economic', 'unlicensed_group')),
    stage TEXT COLLATE "C" NOT NULL CHECK (stage IN ('campaign', 'permitted', 'active', 'dissolving')),
    field TEXT COLLATE "C",
    purpose TEXT COLLATE "C",
    served TEXT COLLATE "C",
    activities TEXT COLLATE "C",
    permitted_by TEXT COLLATE "C",
    permitted_by_id TEXT COLLATE "C" REFERENCES organisation (id),
    supervisor_id TEXT COLLATE "C" REFERENCES organisation (id),
    office TEXT COLLATE "C" CHECK (office IN ('own', 'lent', 'none')),
    office_address TEXT COLLATE "C",
    equipment TEXT COLLATE "C" CHECK (equipment IN ('own', 'lent', 'none')),
    phone TEXT COLLATE "C",
    email TEXT COLLATE "C",
    board_seats BIGINT,
    valid_from TEXT COLLATE "C" NOT NULL,
    valid_to TEXT COLLATE "C" NOT NULL DEFAULT '9999-12-31',
    recorded_from TEXT COLLATE "C" NOT NULL,
    recorded_to TEXT COLLATE "C" NOT NULL DEFAULT '9999-12-31T23:59:59.999999Z',
    recorded_by TEXT COLLATE "C" REFERENCES user_account (id),
    confirmed_by TEXT COLLATE "C" REFERENCES user_account (id),
    confirmed_for_id TEXT COLLATE "C" REFERENCES organisation (id),
    confirmed_at TEXT COLLATE "C"
);
CREATE INDEX association_profile_of ON association_profile (organisation_id, recorded_to, valid_from, valid_to, class, stage);
CREATE INDEX association_profile_supervisor ON association_profile (supervisor_id, recorded_to, valid_from, valid_to, organisation_id);
CREATE INDEX association_profile_class ON association_profile (class, recorded_to, valid_from, valid_to, stage, organisation_id);

-- One version for all that an association's page holds.
CREATE TABLE association_record (
    organisation_id TEXT COLLATE "C" PRIMARY KEY REFERENCES organisation (id),
    version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE association_charter (
    id TEXT COLLATE "C" PRIMARY KEY,
    organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    number BIGINT NOT NULL,
    adopted_on TEXT COLLATE "C",
    approved_on TEXT COLLATE "C",
    approved_by TEXT COLLATE "C",
    document TEXT COLLATE "C",
    purpose TEXT COLLATE "C",
    term_years BIGINT,
    board_seats BIGINT,
    version BIGINT NOT NULL DEFAULT 1,
    recorded_at TEXT COLLATE "C" NOT NULL,
    removed_at TEXT COLLATE "C"
);
CREATE INDEX association_charter_of ON association_charter (organisation_id, number);

-- ends_on: the day on which the term is over by the charter, whether or not a congress has met.
CREATE TABLE association_term (
    id TEXT COLLATE "C" PRIMARY KEY,
    organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    number BIGINT NOT NULL,
    begins_on TEXT COLLATE "C" NOT NULL,
    ends_on TEXT COLLATE "C" NOT NULL,
    board_seats BIGINT,
    version BIGINT NOT NULL DEFAULT 1,
    recorded_at TEXT COLLATE "C" NOT NULL,
    removed_at TEXT COLLATE "C"
);
CREATE INDEX association_term_of ON association_term (organisation_id, begins_on, ends_on);
CREATE INDEX association_term_end ON association_term (ends_on, organisation_id);

-- reported_on: when the authority was told beforehand; opinion: what it answered. convened and present are counts.
CREATE TABLE association_congress (
    id TEXT COLLATE "C" PRIMARY KEY,
    organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('founding', 'ordinary', 'extraordinary')),
    term_number BIGINT,
    due_on TEXT COLLATE "C",
    reported_on TEXT COLLATE "C",
    opinion TEXT COLLATE "C",
    opinion_on TEXT COLLATE "C",
    held_on TEXT COLLATE "C",
    convened BIGINT,
    present BIGINT,
    result TEXT COLLATE "C",
    version BIGINT NOT NULL DEFAULT 1,
    recorded_at TEXT COLLATE "C" NOT NULL,
    removed_at TEXT COLLATE "C"
);
CREATE INDEX association_congress_of ON association_congress (organisation_id, held_on);

-- Who holds a post and for how long is in holding (kind post).
CREATE TABLE association_post (
    id TEXT COLLATE "C" PRIMARY KEY,
    full_name TEXT COLLATE "C" NOT NULL,
    search_key TEXT COLLATE "C" NOT NULL,
    birth_year BIGINT,
    post TEXT COLLATE "C" NOT NULL CHECK (post IN ('chair', 'permanent_vice_chair', 'vice_chair', 'secretary', 'standing_member',
        'board_member', 'inspection_head', 'inspection_member')),
    term_number BIGINT,
    congress_id TEXT COLLATE "C" REFERENCES association_congress (id),
    elected_by TEXT COLLATE "C",
    is_full_time BIGINT NOT NULL DEFAULT 0,
    is_retired BIGINT NOT NULL DEFAULT 0,
    prior_opinion TEXT COLLATE "C",
    version BIGINT NOT NULL DEFAULT 1,
    recorded_at TEXT COLLATE "C" NOT NULL,
    removed_at TEXT COLLATE "C"
);

-- In holding (kind branch).
CREATE TABLE association_branch (
    id TEXT COLLATE "C" PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL,
    place TEXT COLLATE "C",
    member_count BIGINT,
    version BIGINT NOT NULL DEFAULT 1,
    recorded_at TEXT COLLATE "C" NOT NULL,
    removed_at TEXT COLLATE "C"
);

-- In holding (kind asset). value: đồng.
CREATE TABLE association_asset (
    id TEXT COLLATE "C" PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('premises', 'land', 'equipment', 'vehicle', 'fund', 'other')),
    name TEXT COLLATE "C" NOT NULL,
    tenure TEXT COLLATE "C" NOT NULL CHECK (tenure IN ('own', 'lent')),
    lender TEXT COLLATE "C",
    address TEXT COLLATE "C",
    value BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    recorded_at TEXT COLLATE "C" NOT NULL,
    removed_at TEXT COLLATE "C"
);

-- Entries stay with the body that booked them. amount: đồng, never negative. State money names the decision that gave the task.
CREATE TABLE association_money (
    id TEXT COLLATE "C" PRIMARY KEY,
    organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    direction TEXT COLLATE "C" NOT NULL CHECK (direction IN ('income', 'spending')),
    source TEXT COLLATE "C" NOT NULL CHECK (source IN ('fees', 'gifts_cash', 'gifts_in_kind', 'services', 'state')),
    year BIGINT NOT NULL,
    booked_on TEXT COLLATE "C" NOT NULL,
    amount BIGINT NOT NULL CHECK (amount >= 0),
    task_id TEXT COLLATE "C",
    task_title TEXT COLLATE "C",
    decision_number TEXT COLLATE "C",
    decision_date TEXT COLLATE "C",
    note TEXT COLLATE "C",
    version BIGINT NOT NULL DEFAULT 1,
    recorded_at TEXT COLLATE "C" NOT NULL,
    removed_at TEXT COLLATE "C",
    CHECK (source <> 'state' OR (decision_number IS NOT NULL AND decision_date IS NOT NULL))
);
CREATE INDEX association_money_of ON association_money (organisation_id, year, direction, source);
CREATE INDEX association_money_year ON association_money (year, direction, source);

-- Finances made public.
CREATE TABLE association_disclosure (
    id TEXT COLLATE "C" PRIMARY KEY,
    organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    year BIGINT NOT NULL,
    disclosed_on TEXT COLLATE "C" NOT NULL,
    place TEXT COLLATE "C",
    document TEXT COLLATE "C",
    version BIGINT NOT NULL DEFAULT 1,
    recorded_at TEXT COLLATE "C" NOT NULL,
    removed_at TEXT COLLATE "C"
);
CREATE INDEX association_disclosure_of ON association_disclosure (organisation_id, year);

-- What was done of a duty. When it was due is computed from the settings of that day.
CREATE TABLE association_obligation (
    id TEXT COLLATE "C" PRIMARY KEY,
    organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('annual_report', 'disclosure', 'congress')),
    year BIGINT NOT NULL,
    done_on TEXT COLLATE "C" NOT NULL,
    document TEXT COLLATE "C",
    version BIGINT NOT NULL DEFAULT 1,
    recorded_at TEXT COLLATE "C" NOT NULL,
    removed_at TEXT COLLATE "C"
);
CREATE INDEX association_obligation_of ON association_obligation (organisation_id, kind, year);

-- From when until when (exclusive) a sign holds, worked out from the facts and the settings: an index, not a record. It is
-- written anew with each change of the facts, so that lists and counts of any day need no working out.
CREATE TABLE association_flag (
    organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    flag TEXT COLLATE "C" NOT NULL,
    valid_from TEXT COLLATE "C" NOT NULL,
    valid_to TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (flag, organisation_id, valid_from)
);
CREATE INDEX association_flag_day ON association_flag (flag, valid_to, valid_from, organisation_id);
CREATE INDEX association_flag_of ON association_flag (organisation_id, valid_from, valid_to, flag);

-- Rules of ages, terms, days and warnings, each from the day on which it holds. basis: the text it comes from.
CREATE TABLE association_setting (
    id TEXT COLLATE "C" PRIMARY KEY,
    code TEXT COLLATE "C" NOT NULL,
    value TEXT COLLATE "C" NOT NULL,
    valid_from TEXT COLLATE "C" NOT NULL,
    basis TEXT COLLATE "C" NOT NULL,
    is_confirmed BIGINT NOT NULL DEFAULT 0,
    UNIQUE (code, valid_from)
);
INSERT INTO association_setting (id, code, value, valid_from, basis, is_confirmed) VALUES
    ('as-01', 'annual_report_due', '12-01', '2010-01-01', 'Ngày 01/12 theo nghị định trước đây về hội; chưa thấy ngày cụ thể của Nghị định 126/2024/NĐ-CP, cần xác nhận', 0),
    ('as-02', 'disclosure_due', '03-31', '2010-01-01', 'Công khai tài chính của năm trước; chưa thấy ngày cụ thể trong văn bản, cần xác nhận', 0),
    ('as-03', 'longest_term_years', '5', '2024-11-26', 'Điều 19 Nghị định 126/2024/NĐ-CP: nhiệm kỳ do điều lệ quy định, không quá 05 năm', 1),
    ('as-04', 'term_warning_months', '12,6,3', '2010-01-01', 'Nhắc trước khi hết nhiệm kỳ; do cơ quan quản lý đặt, cần xác nhận', 0),
    ('as-05', 'nomination_age_retired', '65', '2023-08-22', 'Quy định 118-QĐ/TW ngày 22/8/2023 (cấp Trung ương); quy định của tỉnh cần xác nhận', 0),
    ('as-06', 'nomination_age_chair_special', '70', '2023-08-22', 'Quy định 118-QĐ/TW ngày 22/8/2023, trường hợp đặc biệt (cấp Trung ương); quy định của tỉnh cần xác nhận', 0),
    ('as-07', 'most_consecutive_terms', '2', '2023-08-22', 'Quy định 118-QĐ/TW ngày 22/8/2023 (cấp Trung ương); quy định của tỉnh cần xác nhận', 0),
    ('as-08', 'most_full_time_vice_chairs', '3', '2023-08-22', 'Quy định 118-QĐ/TW ngày 22/8/2023 (cấp Trung ương); quy định của tỉnh cần xác nhận', 0),
    ('as-09', 'dormant_after_months', '24', '2010-01-01', 'Hội không hoạt động: không có hoạt động được ghi nhận trong 24 tháng; cần xác nhận', 0),
    ('as-10', 'congress_quorum_percent', '50', '2024-11-26', 'Điều 19 Nghị định 126/2024/NĐ-CP: có mặt trên 1/2 số hội viên hoặc đại biểu được triệu tập', 1),
    ('as-11', 'founding_congress_days', '90', '2010-01-01', 'Theo nghị định trước đây về hội; thời hạn mới cần xác nhận', 0),
    ('as-12', 'self_reliance_percent', '50', '2010-01-01', 'Mức để coi là chưa tự trang trải; do cơ quan quản lý đặt, cần xác nhận', 0);
