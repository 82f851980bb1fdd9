-- Pages of a document that came as PDF or as a picture: how each was turned to be read, and where its words stand.
CREATE TABLE document_page (
    document_id TEXT COLLATE "C" NOT NULL REFERENCES document (id),
    page BIGINT NOT NULL,
    turned BIGINT NOT NULL,
    skew DOUBLE PRECISION NOT NULL,
    text_start BIGINT NOT NULL,
    words_json TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (document_id, page)
);
