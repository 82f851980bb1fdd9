-- Bodies and territories as nodes of one effective-dated, bitemporal graph (decision record 0003).
-- search_key and exact_key: lines to be searched with LIKE, folded and with diacritics; match_key: the
-- one form that a name, as a document writes it, is compared with.
-- valid_*: true in the world (dates, valid_to exclusive). recorded_*: known to us (UTC instants).
CREATE TABLE organisation_kind (
    code TEXT COLLATE "C" PRIMARY KEY,
    name_vi TEXT COLLATE "C" NOT NULL,
    name_en TEXT COLLATE "C" NOT NULL,
    is_territory BIGINT NOT NULL DEFAULT 0,
    is_association BIGINT NOT NULL DEFAULT 0,
    position BIGINT NOT NULL
);

CREATE TABLE organisation (
    id TEXT COLLATE "C" PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    created_at TEXT COLLATE "C" NOT NULL
);

CREATE TABLE organisation_state (
    id TEXT COLLATE "C" PRIMARY KEY,
    organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    kind TEXT COLLATE "C" NOT NULL REFERENCES organisation_kind (code),
    level TEXT COLLATE "C",
    code TEXT COLLATE "C",
    valid_from TEXT COLLATE "C" NOT NULL,
    valid_from_precision TEXT COLLATE "C" NOT NULL DEFAULT 'day',
    valid_to TEXT COLLATE "C" NOT NULL DEFAULT '9999-12-31',
    recorded_from TEXT COLLATE "C" NOT NULL,
    recorded_to TEXT COLLATE "C" NOT NULL DEFAULT '9999-12-31T23:59:59.999999Z'
);
CREATE INDEX organisation_state_of ON organisation_state (organisation_id, valid_from);
CREATE INDEX organisation_state_code ON organisation_state (code);

CREATE TABLE organisation_name (
    id TEXT COLLATE "C" PRIMARY KEY,
    organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    name TEXT COLLATE "C" NOT NULL,
    short_name TEXT COLLATE "C",
    search_key TEXT COLLATE "C" NOT NULL,
    exact_key TEXT COLLATE "C" NOT NULL,
    match_key TEXT COLLATE "C" NOT NULL,
    short_match_key TEXT COLLATE "C",
    sort_key TEXT COLLATE "C" NOT NULL,
    valid_from TEXT COLLATE "C" NOT NULL,
    valid_from_precision TEXT COLLATE "C" NOT NULL DEFAULT 'day',
    valid_to TEXT COLLATE "C" NOT NULL DEFAULT '9999-12-31',
    recorded_from TEXT COLLATE "C" NOT NULL,
    recorded_to TEXT COLLATE "C" NOT NULL DEFAULT '9999-12-31T23:59:59.999999Z'
);
CREATE INDEX organisation_name_of ON organisation_name (organisation_id, valid_from);
CREATE INDEX organisation_name_sort ON organisation_name (sort_key);
CREATE INDEX organisation_name_match ON organisation_name (match_key);
CREATE INDEX organisation_name_short_match ON organisation_name (short_match_key);

-- Other ways in which documents write the name of a body ("BTV Thành ủy").
CREATE TABLE organisation_alias (
    id TEXT COLLATE "C" PRIMARY KEY,
    organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    alias TEXT COLLATE "C" NOT NULL,
    search_key TEXT COLLATE "C" NOT NULL,
    exact_key TEXT COLLATE "C" NOT NULL,
    match_key TEXT COLLATE "C" NOT NULL,
    valid_from TEXT COLLATE "C" NOT NULL,
    valid_to TEXT COLLATE "C" NOT NULL DEFAULT '9999-12-31',
    recorded_from TEXT COLLATE "C" NOT NULL,
    recorded_to TEXT COLLATE "C" NOT NULL DEFAULT '9999-12-31T23:59:59.999999Z'
);
CREATE INDEX organisation_alias_match ON organisation_alias (match_key);
CREATE INDEX organisation_alias_of ON organisation_alias (organisation_id);

CREATE TABLE organisation_relation (
    id TEXT COLLATE "C" PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('part_of', 'led_by', 'guided_by', 'located_in', 'member_of')),
    from_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    to_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    valid_from TEXT COLLATE "C" NOT NULL,
    valid_from_precision TEXT COLLATE "C" NOT NULL DEFAULT 'day',
    valid_to TEXT COLLATE "C" NOT NULL DEFAULT '9999-12-31',
    recorded_from TEXT COLLATE "C" NOT NULL,
    recorded_to TEXT COLLATE "C" NOT NULL DEFAULT '9999-12-31T23:59:59.999999Z'
);
CREATE INDEX organisation_relation_down ON organisation_relation (to_id, kind, valid_from);
CREATE INDEX organisation_relation_up ON organisation_relation (from_id, kind, valid_from);

INSERT INTO organisation_kind (code, name_vi, name_en, is_territory, is_association, position) VALUES
    ('party_committee', 'Cấp ủy', 'Party committee', 0, 0, 10),
    ('standing_committee', 'Ban Thường vụ, Thường trực cấp ủy', 'Standing committee', 0, 0, 20),
    ('party_office', 'Văn phòng cấp ủy', 'Party office', 0, 0, 30),
    ('party_board', 'Ban, cơ quan tham mưu của cấp ủy', 'Party advisory board', 0, 0, 40),
    ('party_cell', 'Chi bộ, đảng bộ cơ sở', 'Party cell', 0, 0, 50),
    ('peoples_council', 'Hội đồng nhân dân', 'People''s Council', 0, 0, 60),
    ('peoples_committee', 'Ủy ban nhân dân', 'People''s Committee', 0, 0, 70),
    ('government_office', 'Cơ quan chuyên môn của Ủy ban nhân dân', 'Government office', 0, 0, 80),
    ('fatherland_front', 'Mặt trận Tổ quốc', 'Fatherland Front', 0, 0, 90),
    ('socio_political_organisation', 'Tổ chức chính trị - xã hội', 'Socio-political organisation', 0, 0, 100),
    ('mass_association', 'Hội quần chúng', 'Mass association', 0, 1, 110),
    ('other_body', 'Cơ quan, đơn vị khác', 'Other body', 0, 0, 120),
    ('territory', 'Đơn vị hành chính, địa bàn', 'Territory', 1, 0, 130);
